namespace Mabarra.CaseManager.Intake;

/// <summary>The life of a service request (DOMAIN.md §3.1), in its order.</summary>
public enum RequestStatus
{
    /// <summary>مسودة: being taken in while the visitor sits here.</summary>
    Draft,

    /// <summary>ناقص: the visitor left with something missing; the reply period has not begun.</summary>
    Incomplete,

    /// <summary>مكتمل: the reply period runs.</summary>
    Complete,

    /// <summary>قيد الدراسة.</summary>
    UnderStudy,

    /// <summary>معروض على اللجنة.</summary>
    AtCommittee,

    /// <summary>صدر القرار.</summary>
    Decided,

    /// <summary>تم الرد.</summary>
    Responded,

    /// <summary>مغلق.</summary>
    Closed,

    /// <summary>مسحوب.</summary>
    Withdrawn,

    /// <summary>محفوظ.</summary>
    Archived,
}

/// <summary>Where a required paper stands.</summary>
public enum ItemStatus
{
    /// <summary>ناقص.</summary>
    Missing,

    /// <summary>مستلم.</summary>
    Received,

    /// <summary>معفى: by a supervisor, with a reason.</summary>
    Exempted,

    /// <summary>مرفوض: brought, and not good enough; the reason is told to the beneficiary.</summary>
    Rejected,
}

/// <summary>How the truth declaration was signed (ت-٤).</summary>
public enum SignatureMethod
{
    /// <summary>On the screen.</summary>
    Pad,

    /// <summary>On paper, scanned.</summary>
    PaperScan,

    /// <summary>بصمة, before a witness.</summary>
    Thumbprint,
}
