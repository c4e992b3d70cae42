"""The codes of a consolidation as papers and workbooks say them: Vietnamese, as all papers are."""

from __future__ import annotations

from collections.abc import Mapping

from db.records import GroupKind
from desktop.handoff.consolidation.deliveries import DeliveryState
from desktop.handoff.receipts import Verdict
from desktop.people.duplicates import MatchReason
from desktop.rules.findings import Severity

STATES: Mapping[str, str] = {
    DeliveryState.RETURNED: "trả lại để sửa",
    DeliveryState.MISSING: "chưa gửi, đã quá hạn",
    DeliveryState.INCOMPLETE: "gửi thiếu, đã quá hạn",
    DeliveryState.LATE: "gửi trễ hạn",
    DeliveryState.AWAITED: "chưa gửi, chưa đến hạn",
    DeliveryState.ON_TIME: "gửi đúng hạn",
    DeliveryState.RECEIVED: "đã nhận",
}
VERDICTS: Mapping[str, str] = {Verdict.RECEIVED: "đã nhận", Verdict.RETURNED: "trả lại"}
SEVERITIES: Mapping[str, str] = {
    Severity.BINDING: "quy định bắt buộc",
    Severity.ADVISORY: "lưu ý",
    Severity.UNSAID: "kế hoạch không nói",
}
GROUP_KINDS: Mapping[str, str] = {
    GroupKind.EXEMPLAR: "điển hình",
    GroupKind.GUEST: "khách mời",
    GroupKind.OTHER: "khác",
}
REASONS: Mapping[MatchReason, str] = {
    MatchReason.SAME_CARD: "cùng số căn cước",
    MatchReason.NAME_WITHOUT_ACCENTS: "cùng họ tên",
    MatchReason.SAME_BIRTH: "cùng ngày sinh",
}
