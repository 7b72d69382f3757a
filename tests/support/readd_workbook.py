"""Sheets and tables of a workbook as they stand in its XML, and what is printed below them added up again."""

import io
import re
import zipfile
from decimal import Decimal
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
TOTAL, PART = "合计", "小计"
ADDED_COUNTS = ("佣金单数", "更正行数")


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
