
namespace Mabarra.CaseManager.Ui;

/// <summary>What is wrong with a form just now, told beside each field. A page keeps one per form and runs its acts through <see cref="TryAsync"/>.</summary>
public sealed class FormErrors
{
    private readonly Dictionary<string, int> _shown = new(StringComparer.Ordinal);
    private IReadOnlyList<Breach> _breaches = [];

    /// <summary>Raised after every change, so the form shows it wherever the act was run from.</summary>
    public event EventHandler? Changed;

    public bool Any => _breaches.Count > 0;

    /// <summary>True once after the errors were set: the form then moves the focus to the first wrong field.</summary>
    internal bool FocusWanted { get; set; }

    /// <summary>Broken rules of the whole act, and those whose field is not on screen: no message may get lost.</summary>
    public IEnumerable<Breach> General => _breaches.Where(b => b.Field is null || !_shown.ContainsKey(b.Field));

    public IEnumerable<Breach> For(string? field) =>
        field is null ? [] : _breaches.Where(b => string.Equals(b.Field, field, StringComparison.Ordinal));

    public void Set(RuleViolation violation) => Replace(violation.Breaches, focus: true);

    public void Clear() => Replace([], focus: false);

    /// <summary>The person is mending this field: its message goes, the others stay.</summary>
    public void Clear(string? field)
    {
        if (For(field).Any())
            Replace([.. _breaches.Where(b => !string.Equals(b.Field, field, StringComparison.Ordinal))], focus: false);
    }

    /// <summary>Runs an act; a rule that does not hold, or an act that is not this person's, becomes messages instead of an error page.</summary>
    /// <returns>True when the act was done.</returns>
    public async Task<bool> TryAsync(Func<Task> act)
    {
        Clear();
        try
        {
            await act();
            return true;
        }
        catch (RuleViolation violation)
        {
            Set(violation);
        }
        catch (NotConfirmed)
        {
            Set(new RuleViolation("ui.confirm.needed"));
        }
        catch (AccessDenied denied)
        {
            await denied.Written;
            Set(new RuleViolation("ui.access.denied"));
        }
        return false;
    }

    internal void Show(string field) => _shown[field] = _shown.GetValueOrDefault(field) + 1;

    internal void Hide(string field)
    {
        if (_shown.TryGetValue(field, out var count) && count > 1)
            _shown[field] = count - 1;
        else
            _shown.Remove(field);
    }

    private void Replace(IReadOnlyList<Breach> breaches, bool focus)
    {
        _breaches = breaches;
        FocusWanted = focus;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
