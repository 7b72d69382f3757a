"""Adds up again what reports and statements say, with nothing but Python's standard library.

    python3 readd.py FILE...

Takes workbooks (.xlsx), tables (.csv) and packs (.zip), and shares no code, no library and no arithmetic with the
program that wrote them. Every column of amounts and counts is added up from its cells as decimal numbers and held
against the totals that are printed below it, on the cover, in the tables by groups and in the index of a pack.
Prints one JSON object: what was looked at, and `problems`, which is empty when all of it agrees.
"""

import csv
import hashlib
import io
import json
import re
import sys
import zipfile
from decimal import Decimal

from readd_workbook import Look, sheets_of, tables_of

# Whose sums a table by groups shows, by the columns of the detail it can be told from.
GROUP_KEYS = {"按商家": ["小店AppID"], "按推客": ["推客AppID", "推客佣金支付方"], "按渠道": ["带货渠道"]}


def look_at_workbook(where, data, look):
    look.files += 1
    before = len(look.problems)
    sheets = sheets_of(data)
    if sheets[0].name == "汇总":
        look_at_statement(sheets, look)
    else:
        tables_of(sheets[1:], look)
    look.problems[before:] = [f"{where}: {problem}" for problem in look.problems[before:]]


def look_at_statement(sheets, look):
    tables = tables_of(sheets[1:-1], look)
    detail = tables["明细"]
    look.same("line numbers", [row[detail.heads.index("行号")] for row in detail.rows], list(range(1, 1 + len(detail.rows))))
    for name, keys in GROUP_KEYS.items():
        if name in tables:
            look_at_groups(tables[name], detail, keys, look)
    look_at_cover(sheets[0], tables, look)


def look_at_groups(table, detail, keys, look):
    for c in table.added():
        head = table.heads[c]
        wanted = len(detail.rows) if head == "佣金单数" else detail.sum(head)
        look.same(f"{table.name} {head} of the detail", table.printed[c], wanted)
    orders_at = table.heads.index("订单数")
    look.same(f"{table.name} orders", table.printed[orders_at], len(detail.orders()))
    if not all(key in table.heads and key in detail.heads for key in keys):
        return
    key_in = lambda heads, row: tuple(row[heads.index(key)] for key in keys)
    found = {}
    for row in detail.rows:
        found.setdefault(key_in(detail.heads, row), []).append(row)
    look.same(f"{table.name} groups", len(table.rows), len(found))
    for row in table.rows:
        look.groups += 1
        own = found.get(key_in(table.heads, row), [])
        where = f"{table.name} {key_in(table.heads, row)}"
        look.same(f"{where} orders", row[orders_at], len(detail.orders(own)))
        for c in table.added():
            head = table.heads[c]
            look.same(f"{where} {head}", row[c], len(own) if head == "佣金单数" else detail.sum(head, own))


def look_at_cover(cover, tables, look):
    sections = {"已结算": "明细", "调整与扣回(": "调整与扣回", "未结算(": "未结算"}
    facts = {}
    table = None
    for r in range(cover.height):
        label, value = (cover.cells.get((r, c)) for c in (0, 1))
        if label is None:
            table = None
        elif not isinstance(value, Decimal):
            name = next((sections[start] for start in sections if str(label).startswith(start)), None)
            table = tables[name] if name else table
        elif table is None:
            facts[label] = value
        else:
            look.facts += 1
            wanted = (
                len(table.rows)
                if label == "佣金单数"
                else len(table.orders())
                if label == "订单数"
                else table.sum(label)
            )
            look.same(f"汇总 {table.name} {label}", value, wanted)
    if "结余(元)" in facts:
        look.facts += 3
        owed = "机构付佣金(元)"
        look.same("汇总 sales", facts["本期佣金(元)"], tables["明细"].sum(owed))
        look.same("汇总 corrections", facts["调整与扣回(元)"], tables["调整与扣回"].sum(owed))
        left = sum(facts[key] for key in ("上期结转(元)", "本期佣金(元)", "调整与扣回(元)", "核销(元)"))
        look.same("汇总 balance", facts["结余(元)"], left - facts["已付(元)"])


def look_at_csv(where, data, beside, look):
    """Amounts are yuan for people and fen for programs; what they should come to is signed with the file."""
    look.files += 1
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if rows[-1][0] == "#校验":
        footer = dict(cell.split("=", 1) for cell in rows.pop()[1:])
        face = json.loads(footer["签名内容"])
        heads = {column["key"]: rows[0].index(column["title"]) for column in face["columns"]}
        month_at = rows[0].index("更正账期")
        fen = lambda cell: int(Decimal(cell) * 100)
    else:
        face = json.loads(beside)["signed"]
        heads = {column["key"]: rows[0].index(column["key"]) for column in face["columns"]}
        month_at = rows[0].index("adjusts_period")
        fen = int
    lines = rows[1:]
    look.rows += len(lines)
    look.same(f"{where}: lines", face["rows"], len(lines))
    for name, own in (
        ("sums", [row for row in lines if row[month_at].strip() == ""]),
        ("adjustments", [row for row in lines if row[month_at].strip() != ""]),
    ):
        for key, said in face[name].items():
            look.columns += 1
            added = (
                len(own)
                if key == "rows"
                else len({row[heads["order_id"]] for row in own})
                if key == "orders"
                else sum(fen(row[heads[key]]) for row in own if row[heads[key]] != "")
            )
            look.same(f"{where}: {name} {key}", said, added)


def look_at_pack(where, data, look):
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        if pack.testzip() is not None:
            raise ValueError("a part of the pack is damaged")
        content = {one.filename: pack.read(one) for one in pack.infolist()}
    for name, own in content.items():
        if name.endswith(".csv") and "/" in name:
            look_at_csv(name, own, content.get(re.sub(r"\.csv$", ".json", name)), look)
        elif name.endswith(".xlsx"):
            look_at_workbook(name, own, look)
    listed = set()
    for table in tables_of(sheets_of(content["索引.xlsx"])[1:], Look()).values():
        for row in table.rows:
            listed |= look_at_entry(dict(zip(table.heads, row)), content, look)
    index = list(csv.DictReader(io.StringIO(content["index.csv"].decode("utf-8-sig"), newline="")))
    named = {cell for row in index for head, cell in row.items() if head.startswith("文件(")}
    look.same(f"{where}: files of both indexes", named, listed)
    statements = {name for name in content if "/" in name and not name.endswith(".json")}
    look.same(f"{where}: files in the pack", listed, statements)


def look_at_entry(entry, content, look):
    """One recipient's row of the index beside his files."""
    files = set()
    for head, name in entry.items():
        if not head.startswith("文件("):
            continue
        files.add(name)
        own = content[name]
        look.same(f"{name}: SHA-256", entry[head.replace("文件(", "文件SHA-256(")], hashlib.sha256(own).hexdigest())
        if not name.endswith(".xlsx"):
            continue
        tables = tables_of(sheets_of(own)[1:-1], Look())
        for table, rows, ending in (("明细", "佣金单数", ""), ("调整与扣回", "更正行数", "更正")):
            look.facts += 1
            look.same(f"{name}: {rows}", entry[rows], len(tables[table].rows))
        for title in ("可分佣金额(元)", "服务费净额(元)", "机构净收入(元)"):
            if title in tables["明细"].heads:
                look.facts += 1
                look.same(f"{name}: {title}", entry[title], tables["明细"].sum(title))
    return files


def main(files):
    look = Look()
    for file in files:
        with open(file, "rb") as opened:
            data = opened.read()
        if file.endswith(".zip"):
            look_at_pack(file, data, look)
        elif file.endswith(".csv"):
            look_at_csv(file, data, beside_of(file), look)
        else:
            look_at_workbook(file, data, look)
    print(json.dumps(vars(look), ensure_ascii=False))


def beside_of(file):
    """The proof beside a table for programs."""
    name = re.sub(r"settlement-lines-(\d{4}-\d\d)\.csv$", r"settlement-\1.json", file)
    try:
        with open(re.sub(r"\.csv$", ".json", name), "rb") as opened:
            return opened.read()
    except FileNotFoundError:
        return None


main(sys.argv[1:])
