namespace Mabarra.CaseManager.Intake;

/// <summary>Which paper of an older request still serves a new one.</summary>
internal static class Carrying
{
    /// <returns>The paper to take over; null when it must be brought anew.</returns>
    public static RequestItem? Find(RequestItem wanted, ServiceRequest source, bool samePerson, DateOnly today)
    {
        if (!Serves(wanted, samePerson))
            return null;
        var name = SearchKey.Of(wanted.NameAr);
        return source.Items.FirstOrDefault(i => i.Status == ItemStatus.Received && i.Handling == wanted.Handling
            && string.Equals(SearchKey.Of(i.NameAr), name, StringComparison.Ordinal) && IsValid(wanted, i, today));
    }

    /// <summary>What a signature or the association's own form says is said once only; somebody's health serves nobody else (ح-٢).</summary>
    private static bool Serves(RequestItem wanted, bool samePerson) =>
        wanted is { IsDeclaration: false, Handling: not Handling.Form }
        && (samePerson ? wanted.Carry != CarryRule.Never : wanted is { Carry: CarryRule.Household, IsHealth: false });

    /// <summary>By the rules of the new request: a date it asks for and the old paper lacks makes that paper unknown, not valid.</summary>
    private static bool IsValid(RequestItem wanted, RequestItem paper, DateOnly today)
    {
        if ((wanted.HasExpiry && paper.ExpiresOn is null) || (wanted.MaxAgeDays is not null && paper.IssuedOn is null))
            return false;
        return Validity.LastDay(paper.ExpiresOn, paper.IssuedOn, wanted.MaxAgeDays) is not { } last || last >= today;
    }
}
