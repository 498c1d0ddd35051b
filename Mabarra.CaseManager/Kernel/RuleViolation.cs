namespace Mabarra.CaseManager.Kernel;

/// <summary>One broken rule: a text key, the field it belongs to (null when it concerns the whole act), and what the text names.</summary>
/// <param name="Code"><c>area.act.reason</c>, which is also the key of its text in the area's resx.</param>
/// <param name="Field">Name of the request's property, so the page can show the message beside it.</param>
/// <param name="Args">Values for the text's <c>{0}</c>, <c>{1}</c> ….</param>
public sealed record Breach(string Code, string? Field = null, params IReadOnlyList<object> Args);

/// <summary>The one exception of the house for a rule that does not hold. It never means a defect, and nothing was saved.</summary>
public sealed class RuleViolation : Exception
{
    public RuleViolation(IReadOnlyList<Breach> breaches)
        : base(string.Join(", ", breaches.Select(b => b.Code)))
    {
        if (breaches.Count == 0)
            throw new ArgumentException("A violation names at least one broken rule.", nameof(breaches));
        Breaches = breaches;
    }

    public RuleViolation(string code, string? field = null, params IReadOnlyList<object> args)
        : this([new Breach(code, field, args)])
    {
    }

    /// <summary>Every rule that was broken, so a form can show all of its messages at once.</summary>
    public IReadOnlyList<Breach> Breaches { get; }

    public string Code => Breaches[0].Code;
}
