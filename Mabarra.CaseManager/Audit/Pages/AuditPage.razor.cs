using System.Globalization;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Audit.Pages;

/// <summary>The trail of all acts, and the button that reads it whole.</summary>
public sealed partial class AuditPage
{
    private readonly CancellationTokenSource _left = new();
    private IReadOnlyList<Choice<string>> _actors = [];
    private CancellationTokenSource? _running;
    private ChainVerdict? _verdict;
    private bool _stopped;
    private bool _maySeeAccess;
    private long _read;

    [Inject] private AuditQueries Queries { get; set; } = null!;

    [Inject] private AuditVerifier Verifier { get; set; } = null!;

    /// <summary>The words of the modules' own acts.</summary>
    [Inject] private RuleTexts Rules { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
        _running?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var act = await Actor.ActAsync();
        _maySeeAccess = act.Actor.May(AuditModule.ViewAccessPermission);
        _actors = [.. (await Queries.ActorsAsync(act, _left.Token)).Select(a => new Choice<string>(a.Id.ToString("D"), a.Name))];
    }

    private async Task<Page<AuditRow>> LoadAsync(PageQuery query, CancellationToken cancel) => await Queries.PageAsync(await Actor.ActAsync(), query, cancel);

    /// <summary>Off the circuit's thread: the page answers meanwhile, and the person may stop it or leave.</summary>
    private async Task StartAsync()
    {
        (await Actor.ActAsync()).Require(AuditModule.ViewPermission);
        _running = CancellationTokenSource.CreateLinkedTokenSource(_left.Token);
        (_verdict, _stopped, _read) = (null, false, 0);
        _ = VerifyAsync(_running);
    }

    private async Task VerifyAsync(CancellationTokenSource mine)
    {
        var progress = new Progress<long>(read =>
        {
            _read = read;
            _ = InvokeAsync(StateHasChanged);
        });
        try
        {
            _verdict = await Task.Run(() => Verifier.VerifyAsync(progress, mine.Token), mine.Token);
        }
        catch (OperationCanceledException)
        {
            _stopped = true;
        }
        catch (Exception e)
        {
            _running = null;
            await DispatchExceptionAsync(e);
            return;
        }

        _running = null;
        if (!_left.IsCancellationRequested)
            await InvokeAsync(StateHasChanged);
    }

    private Task StopAsync() => _running?.CancelAsync() ?? Task.CompletedTask;

    private string Words(string action) => T[action] is { ResourceNotFound: false } words ? words.Value : Rules.Act(action);

    private string ActorName(AuditRow row) =>
        string.Equals(row.ActorName, Kernel.Actor.System.Name, StringComparison.Ordinal) ? T["actor.system"] : row.ActorName;

    /// <summary>Reason and old → new in one cell, as the page tells them.</summary>
    private string ChangesText(AuditRow row)
    {
        var changes = AuditChangeList.Read(row.Changes).Select(c => $"{c.Kind}.{c.Name}: {Show(c.Old)} → {Show(c.New)}".TrimStart('.'));
        return string.Join('\n', row.Reason is null ? changes : changes.Prepend($"{T["reason"]}: {row.Reason}"));
    }

    private string Show(string? value) => value switch
    {
        null => T["changes.empty"],
        AuditChangeList.Private => T["changes.private"],
        _ => value,
    };

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
