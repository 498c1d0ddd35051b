namespace Mabarra.CaseManager.Tests.Support;

/// <summary>Asserts that an act was refused by a rule, beside the right field.</summary>
public static class Refused
{
    public static async Task<RuleViolation> WithAsync(string code, string? field, Func<Task> act)
    {
        var violation = await Assert.ThrowsAsync<RuleViolation>(act);
        Assert.Contains((code, field), violation.Breaches.Select(b => (b.Code, b.Field)));
        return violation;
    }
}
