namespace Mabarra.CaseManager.Kernel;

/// <summary>What a date of birth may be.</summary>
public static class BirthDate
{
    public const int OldestAge = 120;

    public static Checked<DateOnly> Check(DateOnly birth, DateOnly today)
    {
        if (birth > today)
            return new Refusal("kernel.birth.future");
        return Age(birth, today) > OldestAge ? new Refusal("kernel.birth.tooold", OldestAge) : birth;
    }

    /// <summary>Whoever looks after a person is older.</summary>
    public static Checked<DateOnly> CheckGuardian(DateOnly guardian, DateOnly ward) =>
        guardian < ward ? guardian : new Refusal("kernel.birth.guardian");

    /// <summary>Full Gregorian years. Born on 29 February: a year older on 1 March of common years.</summary>
    public static int Age(DateOnly birth, DateOnly today)
    {
        var years = today.Year - birth.Year;
        return (today.Month, today.Day).CompareTo((birth.Month, birth.Day)) < 0 ? years - 1 : years;
    }
}
