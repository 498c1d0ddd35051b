namespace Mabarra.CaseManager.Ui;

/// <summary>A shortcut as the help shows it.</summary>
/// <param name="Keys">As printed on the keys: <c>g h</c>, <c>Alt+S</c>.</param>
public sealed record ShortcutLine(string Keys, string Text);

/// <summary>The shortcuts that work on the open page, for the list under "?".</summary>
public sealed class ShortcutList
{
    private readonly List<ShortcutLine> _lines = [];

    public IReadOnlyList<ShortcutLine> Lines => _lines;

    internal void Add(ShortcutLine line) => _lines.Add(line);

    internal void Remove(ShortcutLine line) => _lines.Remove(line);
}
