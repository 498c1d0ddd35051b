namespace Mabarra.CaseManager.Tests.Architecture;

/// <summary>Who may use whom. A circle between modules cannot come in, for a row may only use rows above it.</summary>
public sealed class ModuleEdgesTests
{
    private static readonly string[] Foundation = ["Staff", "Data", "Audit", "Holidays", "Documents", "Daily"];

    /// <summary>Module, what it may use besides Kernel and Ui. In an order in which each uses earlier ones only.</summary>
    private static readonly (string Module, string[] MayUse)[] Table =
    [
        ("Kernel", []),
        ("Ui", []),
        ("Staff", []),
        ("Data", ["Staff"]),
        ("Audit", ["Staff", "Data"]),
        ("Holidays", ["Staff", "Data", "Audit"]),
        ("Documents", ["Staff", "Data", "Audit"]),
        ("Daily", ["Staff", "Data", "Audit", "Holidays"]),
        ("PolicyLibrary", Foundation),
        ("Beneficiaries", Foundation),
        ("Contacts", [.. Foundation, "Beneficiaries", "PolicyLibrary"]),
        ("Obligations", [.. Foundation, "Beneficiaries", "Contacts"]),
        ("Privacy", [.. Foundation, "Beneficiaries", "Contacts"]),
        ("Intake", [.. Foundation, "Beneficiaries", "Contacts", "Obligations"]),
        ("Committee", [.. Foundation, "Beneficiaries", "Contacts", "Obligations", "Intake", "PolicyLibrary"]),
        ("Complaints", [.. Foundation, "Beneficiaries", "Contacts", "Intake", "Committee"]),
        ("Compensation", [.. Foundation, "Beneficiaries", "Contacts", "Obligations", "Committee", "Complaints"]),
        ("Relationship", [.. Foundation, "Beneficiaries", "Contacts", "Obligations"]),
        ("Satisfaction", [.. Foundation, "Beneficiaries", "Contacts", "Intake", "Complaints"]),
        ("Oversight", [.. Foundation, "PolicyLibrary", "Beneficiaries", "Contacts", "Obligations", "Privacy", "Intake", "Committee", "Complaints", "Compensation", "Relationship", "Satisfaction"]),
        ("Administration", Foundation),
    ];

    /// <summary>These join the modules together and may use every one of them.</summary>
    private static readonly string[] Joins = ["Demo", "Shell", ""];

    /// <summary>Edges the table forbids and we allow, each with its reason.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
    };

    [Fact]
    public void Modules_use_only_those_the_table_allows()
    {
        var allowed = Table.ToDictionary(r => r.Module, r => Allowed(r.Module, r.MayUse), StringComparer.Ordinal);
        var violations = Edges().Where(e => !Joins.Contains(e.From) && !allowed[e.From].Contains(e.To)).Select(e => e.Text)
            .Where(e => !Exceptions.ContainsKey(e)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Nothing.In(violations);
    }

    [Fact]
    public void Exceptions_are_still_needed()
    {
        var edges = Edges().Select(e => e.Text).ToHashSet(StringComparer.Ordinal);
        Nothing.In(Exceptions.Keys.Where(e => !edges.Contains(e)));
    }

    [Fact]
    public void Every_folder_of_code_has_a_row_in_the_table()
    {
        var known = Table.Select(r => r.Module).Concat(Joins).ToHashSet(StringComparer.Ordinal);
        Nothing.In(Code.Types.Select(Code.FolderOf).OfType<string>().Distinct(StringComparer.Ordinal).Where(f => !known.Contains(f)));
    }

    [Fact]
    public void Rows_use_rows_above_them_only()
    {
        var above = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (module, mayUse) in Table)
        {
            Nothing.In(mayUse.Where(m => !above.Contains(m)));
            above.Add(module);
        }
    }

    /// <summary>The reader sees what only a method's body mentions: a table nobody can break would prove nothing.</summary>
    [Fact]
    public void Dependencies_hidden_in_a_lambda_are_seen()
    {
        var edges = Edges().Select(e => e.Text).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("Intake.RequestService -> Holidays.CalendarReader", edges);
        Assert.Contains("Program -> Data.Boot.DatabaseBoot", edges);
    }

    private static HashSet<string> Allowed(string module, string[] mayUse)
    {
        var allowed = new HashSet<string>(mayUse, StringComparer.Ordinal) { module };
        if (module != "Kernel")
            allowed.Add("Kernel");
        if (module is not ("Kernel" or "Ui"))
            allowed.Add("Ui");
        return allowed;
    }

    private static IEnumerable<(string From, string To, string Text)> Edges() =>
        from type in Code.Types
        let folder = Code.FolderOf(type)
        where folder is not null
        from used in Dependencies.Of(type)
        let other = Code.FolderOf(used)
        where other is not null && other != folder
        select (folder, other, $"{Short(type)} -> {Short(used)}");

    private static string Short(Type type) => (Code.Outermost(type).FullName ?? type.Name).Replace("Mabarra.CaseManager.", "", StringComparison.Ordinal);
}
