namespace Mabarra.CaseManager.Committee;

/// <summary>What a committee is charged with; one may hold several (R3).</summary>
[Flags]
public enum CommitteeFunction
{
    None = 0,

    /// <summary>دراسة طلبات المستفيدين: «اللجنة المختصة» (ت-٥).</summary>
    RequestStudy = 1,

    /// <summary>متابعة الشكاوى: «لجنة المتابعة» (ج-١).</summary>
    ComplaintFollowUp = 2,

    /// <summary>التحقيق والمتابعة (ث-٢).</summary>
    Investigation = 4,
}

/// <summary>How many must be there for what the committee decides to stand.</summary>
public enum QuorumRule
{
    /// <summary>أكثر من النصف.</summary>
    Majority,

    /// <summary>الثلثان.</summary>
    TwoThirds,

    /// <summary>جميع الأعضاء.</summary>
    AllMembers,
}

/// <summary>A member's place in the committee, in the order lists show it.</summary>
public enum CommitteePosition
{
    /// <summary>رئيس.</summary>
    Chair,

    /// <summary>نائب الرئيس.</summary>
    Deputy,

    /// <summary>أمين.</summary>
    Secretary,

    /// <summary>عضو.</summary>
    Member,
}

/// <summary>The arithmetic of quorum and majority.</summary>
public static class Quorum
{
    /// <summary>How many of so many members with a vote have to be there; never none.</summary>
    public static int Needed(this QuorumRule rule, int voters) => Math.Max(1, rule switch
    {
        QuorumRule.AllMembers => voters,
        QuorumRule.TwoThirds => ((voters * 2) + 2) / 3,
        _ => (voters / 2) + 1,
    });
}
