using System.Text.RegularExpressions;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Tests.Support;
using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Architecture;

/// <summary>Both languages say the same things, nothing is said for nobody, and nothing is left without words.</summary>
public sealed partial class TextKeysTests
{
    /// <summary>Texts of the app that look like a text's key and are none.</summary>
    private static readonly Dictionary<string, string> NoKeys = new(StringComparer.Ordinal)
    {
        ["association.name"] = "the key of a setting",
        ["documents.verify.code"] = "names a kind of sealed value, never shown",
        ["form.sign.applicant"] = "the head of two keys, one for each gender",
        ["www.mbrh.org"] = "the association's address on its letterhead",
    };

    public static TheoryData<string> Files => [.. Sources.Texts().Select(f => Path.GetRelativePath(Sources.Root, f))];

    [Theory, MemberData(nameof(Files))]
    public void Languages_have_the_same_keys_and_none_is_empty(string file)
    {
        var (arabic, english) = Both(file);
        Assert.Equal(arabic.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Nothing.In(arabic.Concat(english).Where(t => string.IsNullOrWhiteSpace(t.Value)).Select(t => t.Key));
    }

    [Theory, MemberData(nameof(Files))]
    public void Languages_name_the_same_values(string file)
    {
        // Each language takes its own name of the paper: {0} is the Arabic one, {1} the English one.
        string[] eachItsOwn = ["intake.complete.item", "intake.complete.expired"];
        var (arabic, english) = Both(file);
        Nothing.In(arabic.Keys.Where(k => !eachItsOwn.Contains(k) && english.TryGetValue(k, out var other) && Places(arabic[k]) != Places(other)));
    }

    [Theory, MemberData(nameof(Files))]
    public void Keys_are_used(string file)
    {
        var (arabic, _) = Both(file);
        Nothing.In(arabic.Keys.Where(k => !Used.IsUsed(k)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_key_nobody_names_counts_as_unused()
    {
        Assert.False(Used.IsUsed("status.NoSuchStatus"));
        Assert.False(Used.IsUsed("gate.nobody"));
        Assert.True(Used.IsUsed("status.Complete"));
    }

    /// <summary>A broken rule or an act without words would show its code to a clerk.</summary>
    [Fact]
    public void Codes_of_broken_rules_and_acts_have_words()
    {
        var prefixes = RuleSources();
        var codes = Used.Loaded.Where(t => CodeShape().IsMatch(t)).Concat(Recorded()).Where(t => !NoKeys.ContainsKey(t) && !Permissions.Contains(t));
        Nothing.In(codes.Where(c => !HasWords(prefixes, c)));
    }

    [Fact]
    public void Recorded_acts_are_found()
    {
        Assert.Contains("intake.request.open", Recorded());
        Assert.Contains("setting.made", Recorded());
    }

    /// <summary>Acts have their words in the trail's own resx or their area's; a rule's come by its prefix; what pages ask for stands in any.</summary>
    private static bool HasWords((string Prefix, HashSet<string> Keys)[] sources, string code)
    {
        var covering = sources.Where(s => code.StartsWith(s.Prefix + ".", StringComparison.Ordinal)).ToArray();
        return TrailKeys.Contains(code) || (covering.Length > 0 ? covering.Any(s => s.Keys.Contains(code)) : AllKeys.Contains(code));
    }

    private static readonly HashSet<string> TrailKeys = KeysOf(typeof(AuditText));

    private static readonly HashSet<string> Permissions = [.. from type in Code.Types
                                                              from field in type.GetFields(Code.Everything)
                                                              where field.IsLiteral && field.Name.EndsWith("Permission", StringComparison.Ordinal)
                                                              select field.GetRawConstantValue() as string];

    private static readonly HashSet<string> AllKeys = [.. Sources.Texts().SelectMany(f => Sources.ReadTexts(f).Keys)];

    private static (string Prefix, HashSet<string> Keys)[] RuleSources()
    {
        using var services = AppServices.Build([]);
        return [.. services.GetServices<RuleTextSource>().Select(s => (s.Prefix, KeysOf(s.Marker)))];
    }

    private static HashSet<string> KeysOf(Type marker) =>
        [.. Sources.Texts().Where(f => Path.GetFileNameWithoutExtension(f) == marker.Name).SelectMany(f => Sources.ReadTexts(f).Keys)];

    /// <summary>Texts with a dot in methods that write audit entries: names of acts.</summary>
    private static HashSet<string> Recorded() => [.. from type in Code.Types
                                                     from method in type.GetMembers(Code.Everything).OfType<System.Reflection.MethodBase>()
                                                     let body = Code.BodyOf(method)
                                                     where body.Members.Any(m => m.DeclaringType == typeof(AuditModule) && m.Name == nameof(AuditModule.Record))
                                                     from text in body.Texts
                                                     where ActShape().IsMatch(text)
                                                     select text];

    private static (Dictionary<string, string> Arabic, Dictionary<string, string> English) Both(string file)
    {
        var path = Path.Combine(Sources.Root, file);
        return (Sources.ReadTexts(path), Sources.ReadTexts(Path.ChangeExtension(path, ".en.resx")));
    }

    private static string Places(string text) =>
        string.Join(' ', Place().Matches(text).Select(m => m.Groups["number"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{(?<number>[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"\A[a-z]+(\.[a-z]+){2,3}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeShape();

    [GeneratedRegex(@"\A[a-z]+(\.[a-z]+){1,3}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ActShape();

    /// <summary>Which keys the app's code can ask for.</summary>
    private static partial class Used
    {
        /// <summary>Texts the compiled code loads, attributes' and markup's own texts aside.</summary>
        public static HashSet<string> Loaded { get; } = [.. Code.Types.SelectMany(t => t.GetMembers(Code.Everything)).OfType<System.Reflection.MethodBase>().SelectMany(m => Code.BodyOf(m).Texts)];

        private static readonly HashSet<string> Names = [.. Code.Types.Where(t => t.IsEnum).SelectMany(Enum.GetNames)];

        /// <summary>Keys put together while running: <c>$"status.{x}"</c>, <c>"role." + x</c>, <c>key + ".hint"</c>.</summary>
        private static readonly (string Head, string Tail)[] Patterns = [.. Sources.App.Values.SelectMany(Find).Distinct()];

        /// <summary>What stands behind the last equals sign of an address (<c>?done=password</c>), names of enums, of entities (<c>part.Visit</c>) and of pages (<c>BoardPage.for</c>).</summary>
        private static readonly HashSet<string> Parts =
            [.. Loaded.Select(t => t[(t.LastIndexOf('=') + 1)..]), .. Names, .. Code.Types.Where(t => t.IsSubclassOf(typeof(Mabarra.CaseManager.Data.CaseEntity)) || Attribute.IsDefined(t, typeof(Microsoft.AspNetCore.Components.RouteAttribute))).Select(t => t.Name)];

        /// <summary>Whether somewhere both parts of a key change: <c>$"{key}.{gender}"</c>.</summary>
        private static readonly bool BothChange = Sources.App.Values.Any(s => BothParts().IsMatch(s));

        public static bool IsUsed(string key) =>
            Loaded.Contains(key) || Patterns.Any(p => Fits(key, p.Head, p.Tail))
            || (BothChange && key.LastIndexOf('.') is > 0 and var dot && Loaded.Contains(key[..dot]) && Names.Contains(key[(dot + 1)..]));

        /// <summary>The changing part must be a name of an enum, a text of the code, or itself a key.</summary>
        private static bool Fits(string key, string head, string tail) =>
            key.Length > head.Length + tail.Length && key.StartsWith(head, StringComparison.Ordinal) && key.EndsWith(tail, StringComparison.Ordinal)
            && key[head.Length..^tail.Length] is var part && Parts.Contains(part) && (head.Length == 0 || !part.Contains('.') || !AllKeys.Contains(part));

        private static IEnumerable<(string Head, string Tail)> Find(string source) =>
            Interpolated().Matches(source).Concat(Joined().Matches(source)).Concat(Followed().Matches(source))
                .Select(m => (m.Groups["head"].Value, m.Groups["tail"].Value));

        [GeneratedRegex("""\$"(?<head>[A-Za-z]+(\.[A-Za-z]+)*\.)\{[^{}"]+\}(?<tail>(\.[A-Za-z]+)*)""" + "\"", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Interpolated();

        [GeneratedRegex("""\$"\{[^{}"]+\}\.\{[^{}"]+\}" ?""", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex BothParts();

        [GeneratedRegex("""(?<!\$)"(?<head>[A-Za-z]+(\.[A-Za-z]+)*\.)" \+""", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Joined();

        [GeneratedRegex("""\+ "(?<tail>(\.[A-Za-z]+)+)"(?! \+)""", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Followed();
    }
}
