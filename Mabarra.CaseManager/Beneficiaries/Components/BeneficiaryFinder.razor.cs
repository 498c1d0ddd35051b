using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Beneficiaries.Components;

/// <summary>Search as you type for a file: a newer question cancels the one before.</summary>
public sealed partial class BeneficiaryFinder
{
    private IReadOnlyList<BeneficiaryHit> _hits = [];
    private string _text = "";
    private string? _answered;
    private bool _searched;
    private bool _failed;
    private CancellationTokenSource? _now;

    [Parameter] public string Id { get; set; } = "finder";

    /// <summary>Makes each result a link.</summary>
    [Parameter] public Func<BeneficiaryHit, string>? HrefOf { get; set; }

    /// <summary>Without links: a result was taken.</summary>
    [Parameter] public EventCallback<BeneficiaryHit> OnPick { get; set; }

    /// <summary>Whether something is being looked for, so that a page can put its list away.</summary>
    [Parameter] public EventCallback<bool> OnSearching { get; set; }

    /// <summary>Offered when nothing was found, with what was typed.</summary>
    [Parameter] public RenderFragment<string>? Missing { get; set; }

    [Parameter] public int Take { get; set; } = 8;

    /// <summary>Key that puts the cursor here.</summary>
    [Parameter] public string? Shortcut { get; set; }

    private string? Status => (_searched, _failed, _hits.Count) switch
    {
        (false, _, _) => null,
        (_, true, _) => T["find.failed"].Value,
        (_, _, 0) => NationalId.Check(_text).IsOk ? T["find.none.id"].Value : T["find.none"].Value,
        var (_, _, count) when count >= Take => T["find.more", Take].Value,
        var (_, _, count) => Plural.Of(T["find.count"], count),
    };

    private async Task FindAsync(string? text)
    {
        _text = text ?? "";
        if (_now is not null)
            await _now.CancelAsync();
        if (CleanText.IsBlank(_text))
        {
            (_hits, _searched, _failed) = ([], false, false);
            await OnSearching.InvokeAsync(false);
            return;
        }

        using var mine = _now = new CancellationTokenSource();
        await OnSearching.InvokeAsync(true);
        try
        {
            var hits = await Search.FindAsync(await Actor.ActAsync(), _text, Take, mine.Token);
            if (!mine.IsCancellationRequested)
                (_hits, _searched, _failed, _answered) = (hits, true, false, _text);
        }
        catch (OperationCanceledException) when (mine.IsCancellationRequested)
        {
            // More was typed meanwhile.
        }
        catch (Exception e) when (e is not AccessDenied and not OperationCanceledException)
        {
            Log.LogError(e, "A search could not be answered");
            (_hits, _searched, _failed) = ([], true, true);
        }

        if (ReferenceEquals(_now, mine))
            _now = null;
    }

    private async Task PickAsync(BeneficiaryHit hit)
    {
        (_text, _hits, _searched) = ("", [], false);
        await OnPick.InvokeAsync(hit);
    }

    public void Dispose() => _now?.Cancel();
}
