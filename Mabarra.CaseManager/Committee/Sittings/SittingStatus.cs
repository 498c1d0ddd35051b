namespace Mabarra.CaseManager.Committee;

/// <summary>The life of a sitting (DOMAIN.md §3.4), in its order.</summary>
public enum SittingStatus
{
    /// <summary>مجدولة: the agenda is being drawn up.</summary>
    Planned,

    /// <summary>أُرسلت الدعوة: the chair has approved the agenda.</summary>
    Invited,

    /// <summary>منعقدة.</summary>
    InSession,

    /// <summary>انتهت.</summary>
    Ended,

    /// <summary>مؤجلة لعدم اكتمال النصاب.</summary>
    Adjourned,

    /// <summary>ملغاة.</summary>
    Cancelled,
}

/// <summary>How a sitting is held.</summary>
public enum SittingMode
{
    /// <summary>حضوري.</summary>
    InPerson,

    /// <summary>عن بعد.</summary>
    Remote,

    /// <summary>بالتمرير: nobody comes together; every member votes on the same text.</summary>
    Circulation,
}

/// <summary>Where an item of the agenda stands.</summary>
public enum ItemState
{
    /// <summary>لم يبدأ.</summary>
    Waiting,

    /// <summary>قيد المناقشة.</summary>
    Discussed,

    /// <summary>التصويت مفتوح.</summary>
    Voting,

    /// <summary>صدر القرار.</summary>
    Decided,

    /// <summary>لم يُبحث: goes back to wait for another sitting.</summary>
    Skipped,
}

/// <summary>Whether a member came.</summary>
public enum AttendanceStatus
{
    /// <summary>مدعو.</summary>
    Invited,

    /// <summary>حاضر.</summary>
    Present,

    /// <summary>معتذر.</summary>
    Excused,

    /// <summary>غائب.</summary>
    Absent,
}

/// <summary>A member's vote on the decision as it was put.</summary>
public enum VoteChoice
{
    /// <summary>موافق.</summary>
    For,

    /// <summary>غير موافق.</summary>
    Against,

    /// <summary>ممتنع.</summary>
    Abstain,
}
