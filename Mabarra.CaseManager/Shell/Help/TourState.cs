using System.Globalization;
using Mabarra.CaseManager.Data.Drafts;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Shell.Help;

/// <summary>One stop of the tour.</summary>
/// <param name="Key">Its words are <c>tour.{Key}</c> and <c>tour.{Key}.text</c>.</param>
/// <param name="Selector">What the light falls on; the first that can be seen.</param>
/// <param name="Permission">Who lacks it is not led there.</param>
public sealed record TourStep(string Key, string Href, string Selector, string Permission);

/// <summary>Where somebody stands in the first-day tour of the desk. Remembered per person, whatever the computer.</summary>
public sealed class TourState(PersonalMarks marks, NavigationManager navigation)
{
    /// <summary>What is remembered once it was gone through or not wanted.</summary>
    private const string Done = "done";

    private const string Mark = "tour/desk";

    public static IReadOnlyList<TourStep> Steps { get; } =
    [
        new("menu", "/", "#side .nav, [data-nav-open]", "intake.view"),
        new("search", "/", "header.top .search", "intake.view"),
        new("arrival", "/reception", ".split > .card:last-child, .split > :last-child", "intake.edit"),
        new("queue", "/reception", ".queue-facts, main .card", "intake.view"),
        new("people", "/beneficiaries", ".list-tools", "beneficiaries.view"),
        new("request", "/requests/new", "main form .card", "intake.edit"),
        new("lists", "/requests", ".list-tools", "intake.view"),
        new("board", "/board", ".board", "intake.view"),
        new("help", "/", "#how", "intake.view"),
    ];

    private bool read;

    public event EventHandler? Changed;

    /// <summary>The stop the light is on; null while there is no tour.</summary>
    public int? At { get; private set; }

    /// <summary>The stop at which it was left; null when it never began or is done with.</summary>
    public int? Left { get; private set; }

    /// <summary>Neither begun nor declined: it is offered.</summary>
    public bool IsNew { get; private set; }

    public async Task ReadAsync()
    {
        if (read)
            return;
        read = true;
        var mark = await marks.ReadAsync(Mark);
        IsNew = mark is null;
        Left = int.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step < Steps.Count ? step : null;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <param name="step">Counted from nought.</param>
    public async Task StartAsync(int step)
    {
        (At, Left, IsNew) = (step, step, false);
        await marks.WriteAsync(Mark, step.ToString(CultureInfo.InvariantCulture));
        if (!string.Equals(new Uri(navigation.Uri).AbsolutePath, Steps[step].Href, StringComparison.Ordinal))
            navigation.NavigateTo(Steps[step].Href);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>May be gone on with later.</summary>
    public void Leave()
    {
        At = null;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Gone through, or not wanted.</summary>
    public async Task FinishAsync()
    {
        (At, Left, IsNew) = (null, null, false);
        await marks.WriteAsync(Mark, Done);
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
