namespace Mabarra.CaseManager.Intake;

/// <summary>Where a complete request stands on its way to the committee and back (DOMAIN.md §3.1): the lanes of the review board.</summary>
public enum ReviewLane
{
    /// <summary>قيد الدراسة. Stored as nothing at all: every complete request begins here.</summary>
    Study,

    /// <summary>جاهز للعرض.</summary>
    Ready,

    /// <summary>مدرج في جلسة.</summary>
    OnAgenda,

    /// <summary>صدر القرار: voted; it takes effect when the minutes are signed.</summary>
    Voted,

    /// <summary>بانتظار الرد.</summary>
    ToReply,
}

/// <summary>What the committee decided.</summary>
public enum DecisionOutcome
{
    /// <summary>مقبول.</summary>
    Approved,

    /// <summary>مقبول جزئيًا.</summary>
    PartlyApproved,

    /// <summary>مرفوض.</summary>
    Rejected,

    /// <summary>مؤجل.</summary>
    Deferred,

    /// <summary>محال إلى جهة أخرى.</summary>
    Referred,
}
