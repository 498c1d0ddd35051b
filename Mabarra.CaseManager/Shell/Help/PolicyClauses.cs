namespace Mabarra.CaseManager.Shell.Help;

/// <summary>A clause of the policy as help cites it; its words, letter for letter in Arabic, are <c>clause.{Code}</c> of <see cref="HelpText"/>.</summary>
/// <param name="Sign">As the policy counts it.</param>
public sealed record CitedClause(string Code, string Sign);

/// <summary>The clauses help may cite.</summary>
public static class PolicyClauses
{
    public static IReadOnlyList<CitedClause> All { get; } =
    [
        new("a1", "أ-١"), new("a2", "أ-٢"), new("a3", "أ-٣"), new("a4", "أ-٤"), new("a5", "أ-٥"), new("a6", "أ-٦"), new("b5", "ب-٥"),
        new("t1", "ت-١"), new("t2", "ت-٢"), new("t3", "ت-٣"), new("t4", "ت-٤"), new("t5", "ت-٥"), new("t6", "ت-٦"),
        new("j2", "ج-٢"), new("h2", "ح-٢"), new("kh1", "خ-١"), new("kh2", "خ-٢"), new("kh3", "خ-٣"), new("d5", "د-٥"), new("d6", "د-٦"), new("m", "المسؤوليات"),
    ];

    /// <param name="codes">With blanks between; what is no clause is left out.</param>
    public static IEnumerable<CitedClause> Of(string codes) =>
        codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => All.FirstOrDefault(a => string.Equals(a.Code, c, StringComparison.Ordinal))).OfType<CitedClause>();
}
