/** The console page at `/`: one HTML text without anything to load. */
export const CONSOLE_PAGE = `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>沙盒控制台</title><link rel="icon" href="data:,">
<style>
:root{color-scheme:light dark;--line:#8884;--soft:#8881;--accent:#07a35a}
body{font:14px/1.6 system-ui,"Noto Sans SC",sans-serif;max-width:1080px;margin:24px auto;padding:0 20px}
h1{font-size:20px;margin:0}h2{font-size:15px;margin:0 0 10px}
header{display:flex;gap:16px;align-items:baseline;flex-wrap:wrap}.note{opacity:.65}
main{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:16px;margin-top:16px}
section{border:1px solid var(--line);border-radius:10px;padding:16px}section.wide{grid-column:span 2}@media(max-width:760px){section.wide{grid-column:auto}}
.clock{font-size:24px;white-space:nowrap;font-variant-numeric:tabular-nums;font-weight:600}
button{font:inherit;padding:4px 12px;border:1px solid var(--line);border-radius:6px;background:var(--soft);cursor:pointer;margin:4px 6px 4px 0}
button:hover{border-color:var(--accent)}input{font:inherit;width:4.5em;border:1px solid var(--line);border-radius:4px;background:none;color:inherit;padding:1px 4px}
table{border-collapse:collapse;width:100%}td,th{padding:3px 8px;border-bottom:1px solid var(--line);text-align:left;font-weight:400}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}th{opacity:.65}.on{color:var(--accent);font-weight:600}code{font-size:12px}
</style></head><body>
<header><h1>沙盒控制台</h1><span class="note">平台替身，全部为演示数据；种子 <span id="seed"></span></span></header>
<main>
<section><h2>平台时间（UTC+8）</h2><div class="clock" id="now">…</div>
<div><button data-move="3600">+1 小时</button><button data-move="86400">+1 天</button><button data-move="864000">+10 天</button><button id="freeze">暂停</button></div></section>
<section><h2>账面</h2><table id="books"></table></section>
<section><h2>合作商家</h2><table id="shops"></table><div><button data-play="invite">一家小店发来邀请</button><button data-play="bind">一位推客绑定</button><button data-play="kill-tokens">令牌全部失效</button></div></section>
<section><h2>故障开关</h2><table id="faults"></table><div><button id="clear">全部关闭</button></div></section>
<section class="wide"><h2>接口调用</h2><table id="calls"></table></section>
</main>
<script>
const $=id=>document.getElementById(id),yuan=f=>(f/100).toLocaleString('zh-CN',{minimumFractionDigits:2});
const esc=t=>String(t).replace(/[&<>"]/g,c=>'&#'+c.charCodeAt(0)+';');
const post=(path,body)=>fetch('/__sandbox/'+path,{method:'POST',body:JSON.stringify(body)}).then(load);
const rows=(id,list)=>{$(id).innerHTML=list.map(r=>'<tr>'+r.map((c,i)=>'<td class="'+(i?'n':'')+'">'+esc(c)+'</td>').join('')+'</tr>').join('')};
let frozen=false;
async function load(){
  const o=await(await fetch('/__sandbox/overview')).json(),t=o.totals;
  frozen=o.frozen;$('seed').textContent=o.seed;$('freeze').textContent=frozen?'继续':'暂停';
  $('now').textContent=new Date((o.now+28800)*1000).toISOString().slice(0,19).replace('T',' ');
  rows('books',[['佣金单',t.orders],['推客带货',t.promoter],['其他渠道',t.talent],['未结算',t.unsettled],['已结算',t.settled],['取消结算',t.cancelled],['可分佣金额（元）',yuan(t.payment)],['机构服务费（元）',yuan(t.service)]]);
  rows('shops',['邀请中','已接受','已拒绝','取消邀请','取消合作'].map((n,i)=>[n,o.shops[i]]).concat([['推客',o.promoters]]));
  if(!$('faults').contains(document.activeElement))
    $('faults').innerHTML='<tr><th>名称</th><th>概率</th><th class="n">已发生</th></tr>'+o.faults.map(f=>'<tr><td class="'+(f.rate?'on':'')+'"><code>'+f.name+'</code></td><td><input type="number" min="0" max="1" step="0.05" aria-label="'+f.name+'" data-fault="'+f.name+'" value="'+f.rate+'"></td><td class="n">'+f.hits+'</td></tr>').join('');
  $('calls').innerHTML='<tr><th>路径</th><th>结果</th></tr>'+Object.entries(o.calls).map(([p,c])=>'<tr><td><code>'+esc(p)+'</code></td><td>'+Object.entries(c).map(([k,n])=>esc(k)+' × '+n).join('，')+'</td></tr>').join('');
}
document.addEventListener('click',e=>{
  const d=e.target.dataset||{};
  if(d.move)post('clock',{advance:Number(d.move)});
  else if(d.play)post('scenario',{kind:d.play});
  else if(e.target.id==='freeze')post('clock',{freeze:!frozen});
  else if(e.target.id==='clear')post('faults',{faults:''});
});
document.addEventListener('change',e=>{
  if(!e.target.dataset.fault)return;
  post('faults',{faults:[...document.querySelectorAll('[data-fault]')].filter(i=>Number(i.value)>0).map(i=>i.dataset.fault+':'+i.value).join(',')});
});
load();setInterval(load,2000);
</script></body></html>
`;
