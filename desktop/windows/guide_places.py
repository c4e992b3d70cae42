"""Which page of the guide belongs to which window, section and dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.guide_pages import INDEX

_LIST = "danh-sach.html"
_IMPORT = "nhap-danh-sach.html"
_FIRST = "hoi-nghi-dau-tien.html"
_PAPERS = "van-ban.html"
_BADGES = "in-the.html"
_UP = "ban-giao.html"
_DESK = "tiep-nhan.html"
_PACKS = "bo-quy-tac.html"
_KEPT = "khoi-phuc.html"
_TROUBLE = "su-co.html"

PLACES = {
    "HomeWindow": INDEX,
    "DisplayDialog": f"{INDEX}#hien-thi",
    "AboutDialog": _KEPT,  # it names the folder of the data
    "RescueDialog": f"{_KEPT}#hong",
    "UpdateDialog": f"{_KEPT}#ban-moi",
    "OfficeDialog": f"{_FIRST}#co-quan",
    "CopyDialog": f"{_FIRST}#sau-hoi-nghi",
    # the steps
    "ConferenceWizard": f"{_FIRST}#co-quan",
    "ConferenceWindow": f"{_FIRST}#tam-buoc",
    "TypeSection": f"{_FIRST}#tam-buoc",
    "ContentSection": f"{_FIRST}#tam-buoc",
    "ScheduleSection": f"{_FIRST}#tam-buoc",
    "ParticipantsSection": f"{_FIRST}#tam-buoc",
    "ProgrammeSection": f"{_FIRST}#tam-buoc",
    "CommitteesSection": f"{_FIRST}#tam-buoc",
    "IssueSection": f"{_FIRST}#tam-buoc",
    "ReviewSection": _PAPERS,
    "OutcomeSection": f"{_FIRST}#sau-hoi-nghi",
    "DecisionDialog": f"{_FIRST}#dau-hieu",
    # the list
    "Register": _LIST,
    "QuotaPanel": f"{_LIST}#chi-tieu",
    "MakeUpPanel": f"{_LIST}#chi-tieu",
    "ShareDialog": f"{_LIST}#chi-tieu",
    "UnitsDialog": f"{_LIST}#chi-tieu",
    "ColumnsDialog": f"{_LIST}#sap-xep",
    "FieldDialog": f"{_LIST}#sua-nhieu",
    "ListExportDialog": f"{_LIST}#sua-nhieu",
    "NumbersDialog": f"{_LIST}#so-the",
    "PhotoFolderDialog": f"{_LIST}#anh",
    "CropDialog": f"{_LIST}#anh",
    "ImportDialog": _IMPORT,
    "ImportEncodings": f"{_IMPORT}#phong-cu",
    "ImportDuplicates": f"{_IMPORT}#trung-nguoi",
    "PasteDialog": f"{_IMPORT}#dan",
    "DirectoryDialog": f"{_IMPORT}#hoi-nghi-khac",
    # papers and badges
    "PaperSettingsDialog": f"{_PAPERS}#thiet-lap",
    "PrintDialog": f"{_PAPERS}#in",
    "PrintSetDialog": f"{_PAPERS}#in",
    "BadgeDialog": _BADGES,
    "BadgeDesigner": f"{_BADGES}#sua-mau",
    "PrinterDialog": f"{_BADGES}#trang-thu",
    "SheetsDialog": f"{_BADGES}#in-lai",
    # hand-over
    "HandOverDialog": _UP,
    "HandOverChoice": f"{_UP}#gui",
    "HandOverWay": f"{_UP}#chep",
    "KeysTab": f"{_UP}#chuan-bi",
    "FingerprintDialog": f"{_UP}#chuan-bi",
    "RecoveryDialog": f"{_UP}#chuan-bi",
    "NewPassphraseDialog": f"{_UP}#chuan-bi",
    "PassphraseDialog": f"{_UP}#khoa",
    "CodeDialog": f"{_UP}#tra-loi",
    # the desk
    "DeskWindow": _DESK,
    "DeskKeysDialog": f"{_DESK}#bat-dau",
    "PlaceDialog": f"{_DESK}#xuat",
    "ReceiveDialog": f"{_DESK}#nhan",
    "ConsolidatedWindow": f"{_DESK}#xem",
    "ReturnDialog": f"{_DESK}#xem",
    "SendDialog": f"{_DESK}#gui-xuong",
    "GiveUpdateDialog": f"{_DESK}#gui-xuong",
    "ExportDialog": f"{_DESK}#xuat",
    "TakeDialog": f"{_DESK}#xuat",
    "HandUpDialog": f"{_DESK}#xuat",
    # rule packs
    "PacksWindow": _PACKS,
    "NewPackDialog": f"{_PACKS}#soan",
    "PackCompareDialog": f"{_PACKS}#thu",
    "NewerPackDialog": f"{_PACKS}#ban-moi",
    "PackEditor": f"{_PACKS}#soan",
    "PackOfficerTab": f"{_PACKS}#thu",
    "PackTrialTab": f"{_PACKS}#thu",
    "PackCompareTab": f"{_PACKS}#thu",
    # trouble
    "FaultDialog": f"{_TROUBLE}#loi",
    "SupportDialog": f"{_TROUBLE}#bao-cao",
    "QMessageBox": _TROUBLE,
}


def place_of(widget: QWidget | None) -> str:
    """Find the place in the guide for where the officer is: the nearest one that has its own."""
    while widget is not None:
        shown = _shown_in(widget) if widget.isWindow() or _own(widget) else None
        place = _own(shown or widget)
        if place:
            return place
        widget = widget.parentWidget()
    return INDEX


def _own(widget: QWidget) -> str:
    """Name the place of a class of window, of which there is one for each name."""
    return next(
        (PLACES[kind.__name__] for kind in type(widget).__mro__ if kind.__name__ in PLACES), ""
    )


def _shown_in(widget: QWidget) -> QWidget | None:
    """Find the innermost part with a place of its own that the window shows just now."""
    window = widget.window()
    parts = [
        one
        for one in widget.findChildren(QWidget)
        if one.isVisible() and one.window() is window and _own(one)
    ]
    return max(parts, key=_depth, default=None)


def _depth(widget: QWidget) -> int:
    parent = widget.parentWidget()
    return 0 if parent is None or widget.isWindow() else 1 + _depth(parent)
