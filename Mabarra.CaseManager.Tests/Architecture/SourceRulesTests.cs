using System.Text.RegularExpressions;

namespace Mabarra.CaseManager.Tests.Architecture;

/// <summary>Calls that would read the wrong clock, block a thread, take other scripts' digits or let markup through.</summary>
public sealed class SourceRulesTests
{
    private static readonly (string What, Regex Pattern)[] Banned =
    [
        ("the machine's clock", Of(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")),
        ("sleeping", Of(@"\bThread\.Sleep\b|\bTask\.Delay\b")),
        ("waiting while blocking", Of(@"\.Wait\(\)|\.GetAwaiter\(\)\.GetResult\(\)|\bawait\b.*\.Result\b|\)\.Result\b|\bTask\.\w+\.Result\b")),
        ("digits of every script", Of("""Regex[^\n]*\\d""")),
        ("the browser's own date field, which speaks the machine's language", Of("""type="(date|datetime-local|month|week|time)" """.TrimEnd())),
        ("markup taken as it is", Of(@"\bMarkupString\b")),
        ("a random number that can be guessed", Of(@"\bnew Random\(|\bRandom\.Shared\b")),
    ];

    /// <summary>File and what it may do, each with its reason.</summary>
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["App.razor: markup taken as it is"] = "the association's colours, made from checked #rrggbb only",
        ["Ui/Icon.razor: markup taken as it is"] = "MudBlazor's own icon paths, constants of the code",
        ["Shell/ReconnectDialog.razor: markup taken as it is"] = "a text of our resx round one fixed element the script counts in",
        ["Data/WriteGate.cs: waiting while blocking"] = "EF's synchronous SaveChanges must pass the gate too",
        ["Data/Boot/BootLock.cs: sleeping"] = "another process holds the lock file, which tells nobody when it lets go",
        ["Data/NodeChanges.cs: sleeping"] = "after a broken line to the database, before it is tried again; on the app's clock and until the app stops",
        ["Administration/Backups/NightlyWork.cs: sleeping"] = "a nightly job waits for its hour, on the app's clock and until the app stops",
        ["Shell/HelpButton.razor: waiting while blocking"] = "the result of a dialog, awaited",
        ["Staff/Confirming/SamePerson.cs: waiting while blocking"] = "the result of a dialog, awaited",
        ["Ui/Feedback/Confirm.cs: waiting while blocking"] = "the result of a dialog, awaited",
        ["Shell/UiKit/UiKitForm.razor: sleeping"] = "the developers' page of samples, which plays a slow save",
        ["Shell/UiKit/UiKitParts.razor: sleeping"] = "the developers' page of samples, which plays a slow act",
        ["Shell/UiKit/UiKitList.razor: sleeping"] = "the developers' page of samples, which plays a slow list",
    };

    [Fact]
    public void Banned_calls_do_not_appear() => Nothing.In(Found().Where(f => !Allowed.ContainsKey(f)));

    [Fact]
    public void Allowances_are_still_needed() => Nothing.In(Allowed.Keys.Except(Found(), StringComparer.Ordinal));

    private static string[] Found() =>
        [.. from source in Sources.App
            from ban in Banned
            where ban.Pattern.IsMatch(source.Value)
            orderby source.Key
            select $"{source.Key}: {ban.What}"];

    private static Regex Of(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(2));
}
