namespace Mabarra.CaseManager.Data;

/// <summary>What a limit counts.</summary>
public enum LimitUnit
{
    Days,
    WorkingDays,
    Months,
    Megabytes,
}

/// <summary>A number the association may set for itself: «مستهدف داخلي», for the policy gives none (R8).</summary>
/// <param name="Name">Stable; the stored setting and its words go by it.</param>
/// <param name="Clause">The clause it serves.</param>
public sealed record Limit(string Name, int Default, int Min, int Max, LimitUnit Unit, string? Clause = null)
{
    public string Key => Limits.Group + Name;
}

/// <summary>Every number an administrator may set. What the policy itself says, the fifteen working days of ت-٦, is none of them.</summary>
public static class Limits
{
    /// <summary>What the keys of these settings begin with.</summary>
    public const string Group = "limit/";

    /// <summary>From the deficiency notice to the first reminder of what is missing.</summary>
    public static readonly Limit FirstReminder = new("FirstReminder", 7, 1, 30, LimitUnit.Days, "ت-3");

    /// <summary>From the deficiency notice to the second reminder.</summary>
    public static readonly Limit SecondReminder = new("SecondReminder", 21, 2, 60, LimitUnit.Days, "ت-3");

    /// <summary>From the last reminder to the day an incomplete request may be put away.</summary>
    public static readonly Limit ArchiveAfter = new("ArchiveAfter", 30, 7, 365, LimitUnit.Days, "ت-3");

    /// <summary>A reply with this many working days left, or fewer, is due soon.</summary>
    public static readonly Limit DueSoon = new("DueSoon", 3, 1, 14, LimitUnit.WorkingDays, "ت-6");

    /// <summary>Data of a file older than this is asked about again.</summary>
    public static readonly Limit DataReview = new("DataReview", 12, 1, 36, LimitUnit.Months, "ح-2");

    /// <summary>A channel nobody has tried for so many days is flagged.</summary>
    public static readonly Limit ChannelCheck = new("ChannelCheck", 90, 7, 365, LimitUnit.Days, "خ-2");

    /// <summary>The largest file taken in; the server itself takes no larger one than its <see cref="Limit.Max"/>.</summary>
    public static readonly Limit LargestFile = new("LargestFile", 20, 1, 20, LimitUnit.Megabytes);

    /// <summary>An inquiry is answered within so many working days (R8: an internal target).</summary>
    public static readonly Limit InquiryTarget = new("InquiryTarget", 2, 1, 10, LimitUnit.WorkingDays, "ج-2");

    /// <summary>From publishing a policy to the signature of everybody in its scope.</summary>
    public static readonly Limit SignWithin = new("SignWithin", 10, 1, 60, LimitUnit.WorkingDays, "مسؤوليات-1");

    /// <summary>The same for who joins later.</summary>
    public static readonly Limit JoinerSignWithin = new("JoinerSignWithin", 5, 1, 60, LimitUnit.WorkingDays, "مسؤوليات-1");

    /// <summary>From sending a department its copy to the head's signature for it.</summary>
    public static readonly Limit ReceiveWithin = new("ReceiveWithin", 5, 1, 60, LimitUnit.WorkingDays, "مسؤوليات-4");

    /// <summary>Between two reminders of a signature that is owed; after as many more, the head's turn and then senior management's.</summary>
    public static readonly Limit RemindEvery = new("RemindEvery", 3, 1, 30, LimitUnit.WorkingDays, "مسؤوليات-1");

    /// <summary>A signature late by so many working days holds up other work until it is given; 0 for never.</summary>
    public static readonly Limit HoldWorkAfter = new("HoldWorkAfter", 0, 0, 60, LimitUnit.WorkingDays, "مسؤوليات-1");

    public static IReadOnlyList<Limit> All { get; } = [FirstReminder, SecondReminder, ArchiveAfter, DueSoon, DataReview, InquiryTarget, ChannelCheck, LargestFile, SignWithin, JoinerSignWithin, ReceiveWithin, RemindEvery, HoldWorkAfter];
}
