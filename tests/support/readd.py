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
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
TOTAL, PART = "合计", "小计"
ADDED_COUNTS = ("佣金单数", "更正行数")
# Whose sums a table by groups shows, by the columns of the detail it can be told from.
GROUP_KEYS = {"按商家": ["小店AppID"], "按推客": ["推客AppID", "推客佣金支付方"], "按渠道": ["带货渠道"]}


class Look:
    """What was looked at, and what is wrong with it."""

    def __init__(self):
        self.problems = []
        self.files = self.sheets = self.columns = self.rows = self.groups = self.facts = 0

    def same(self, where, printed, added):
        if printed != added:
            self.problems.append(f"{where}: printed {printed}, added up {added}")


class Sheet:
    """A sheet's cells by row and column, both from 0; numbers as decimals, texts as they are."""

    def __init__(self, name, xml):
        self.name = name
        self.cells = {}
        self.formulas = {}
        for row in ElementTree.fromstring(xml).iter(MAIN + "row"):
            r = int(row.get("r")) - 1
            for cell in row.iter(MAIN + "c"):
                c = column_of(cell.get("r"))
                value = cell.find(MAIN + "v")
                if cell.get("t") == "inlineStr":
                    text = "".join(t.text or "" for t in cell.iter(MAIN + "t"))
                    self.cells[r, c] = re.sub("_x([0-9A-F]{4})_", lambda m: chr(int(m[1], 16)), text)
                elif value is not None:
                    self.cells[r, c] = Decimal(value.text)
                formula = cell.find(MAIN + "f")
                if formula is not None:
                    self.formulas[r, c] = formula.text
        self.height = 1 + max((r for r, _ in self.cells), default=-1)
        self.width = 1 + max((c for _, c in self.cells), default=-1)

    def row(self, r):
        return [self.cells.get((r, c)) for c in range(self.width)]


class Table:
    """A table over one sheet or several: its headings, its rows, and what is printed below them."""

    def __init__(self, name, sheets, look):
        self.name = name
        self.heads = sheets[0].row(0)
        self.rows = []
        self.printed = None
        for at, sheet in enumerate(sheets):
            where = sheet.name
            look.sheets += 1
            look.same(f"{where} headings", sheet.row(0), self.heads)
            own = []
            ends = []
            for r in range(1, sheet.height):
                row = sheet.row(r)
                if self.is_total(sheet, r, row):
                    ends.append((r, row))
                elif ends:
                    look.problems.append(f"{where}: row {r + 1} stands below a total")
                else:
                    own.append(row)
            last = at == len(sheets) - 1
            wanted = [TOTAL] if len(sheets) == 1 else [PART, TOTAL] if last else [PART]
            look.same(f"{where} totals", [row[self.label_at(row)] for _, row in ends], wanted)
            self.rows += own
            for r, row in ends:
                part = row[self.label_at(row)] == PART or len(sheets) == 1
                self.hold(sheet, r, row, own if part else self.rows, len(own) if part else None, look)
                if row[self.label_at(row)] == TOTAL:
                    self.printed = row
            allowed = {r for r, _ in ends}
            for r, c in sheet.formulas:
                if r not in allowed:
                    look.problems.append(f"{where}: a formula in row {r + 1}")
        look.rows += len(self.rows)

    def label_at(self, row):
        return next((c for c, cell in enumerate(row) if cell in (TOTAL, PART)), 0)

    def is_total(self, sheet, r, row):
        if row[self.label_at(row)] not in (TOTAL, PART):
            return False
        # Anybody may be called so: a line has a number.
        if "行号" in self.heads:
            return row[self.heads.index("行号")] is None
        return r == sheet.height - 1

    def added(self):
        return [c for c, head in enumerate(self.heads) if head.endswith("(元)") or head in ADDED_COUNTS]

    def hold(self, sheet, r, row, rows, filtered, look):
        where = f"{sheet.name} row {r + 1}"
        for c in self.added():
            look.columns += 1
            look.same(f"{where} {self.heads[c]}", row[c], total(rows, c))
            if filtered:
                wanted = f"SUBTOTAL(109,{letters(c)}2:{letters(c)}{filtered + 1})"
                look.same(f"{where} {self.heads[c]} formula", sheet.formulas.get((r, c)), wanted)
        for cell in row:
            if not isinstance(cell, str):
                continue
            if said := re.match(r"(\d+) [行份]", cell):
                look.same(f"{where} rows", int(said[1]), len(rows))
            if said := re.match(r"(\d+) 个订单", cell):
                look.same(f"{where} orders", int(said[1]), len(self.orders(rows)))

    def orders(self, rows=None):
        at = self.heads.index("订单号")
        return {row[at] for row in (self.rows if rows is None else rows)}

    def sum(self, head, rows=None):
        return total(self.rows if rows is None else rows, self.heads.index(head))


def total(rows, c):
    values = [row[c] for row in rows if row[c] is not None]
    if any(not isinstance(value, Decimal) or -value.as_tuple().exponent > 2 for value in values):
        return f"no amounts: {[value for value in values if not isinstance(value, Decimal)][:3]}"
    return sum(values, Decimal(0))


def column_of(place):
    number = 0
    for letter in re.match("[A-Z]+", place)[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def letters(c):
    text = ""
    c += 1
    while c:
        c, rest = divmod(c - 1, 26)
        text = chr(65 + rest) + text
    return text


def sheets_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        if book.testzip() is not None:
            raise ValueError("a part of the workbook is damaged")
        targets = {
            one.get("Id"): one.get("Target") for one in ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))
        }
        listed = ElementTree.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet")
        return [Sheet(one.get("name"), book.read("xl/" + targets[one.get(LINK)])) for one in listed]


def tables_of(sheets, look):
    """Tables by their names; `明细_1`, `明细_2` are one."""
    parts = {}
    for sheet in sheets:
        parts.setdefault(re.sub(r"_\d+$", "", sheet.name), []).append(sheet)
    return {name: Table(name, own, look) for name, own in parts.items()}


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
