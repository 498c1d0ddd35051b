namespace Mabarra.CaseManager.Documents;

/// <summary>What the association issues (DOMAIN.md part 8). The names people read are <c>documents.issued.</c> + the name here.</summary>
public enum IssuedKind
{
    /// <summary>كشف اشتراطات الخدمة.</summary>
    RequirementsSheet,

    /// <summary>نموذج طلب خدمة (معبأ).</summary>
    RequestForm,

    /// <summary>إشعار استلام ومراجعة.</summary>
    ReceiptSlip,

    /// <summary>إشعار نواقص.</summary>
    DeficiencyNotice,

    /// <summary>بطاقة زيارة.</summary>
    VisitCard,

    /// <summary>إشعار سحب طلب.</summary>
    WithdrawalSlip,

    /// <summary>إشعار حفظ طلب.</summary>
    ArchiveNotice,

    /// <summary>نموذج طلب خدمة (فارغ).</summary>
    BlankForm,

    /// <summary>إشعار تعديل موعد الرد.</summary>
    DueDateNotice,

    /// <summary>إشعار للمستفيد: a notice printed to be posted, faxed or handed over.</summary>
    Notice,

    /// <summary>نص السياسة.</summary>
    PolicyText,

    /// <summary>إقرار الاطلاع على السياسة.</summary>
    PolicyAcknowledgement,

    /// <summary>إيصال استلام نسخة الإدارة.</summary>
    DepartmentCopyReceipt,

    /// <summary>محضر اجتماع لجنة.</summary>
    CommitteeMinutes,

    /// <summary>تقرير التوقيع على السياسة.</summary>
    PolicyCoverage,

    /// <summary>محضر معد للتوقيع: minutes printed to be signed by hand.</summary>
    MinutesForSigning,

    /// <summary>خطاب القرار.</summary>
    DecisionLetter,
}
