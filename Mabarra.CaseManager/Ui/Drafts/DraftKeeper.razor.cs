using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Ui;

/// <summary>
/// Saves a copy of <see cref="Form"/> half a second after its last change, and offers an earlier copy back with restore or discard.
/// The page calls <see cref="ClearAsync"/> once the form has really been saved.
/// </summary>
public sealed partial class DraftKeeper<TForm>
{
    /// <summary>With the 400 ms that typing waits (typing.js) it makes one second: what is typed is kept within that.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>After a copy that could not be kept (a full disk).</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromSeconds(15);

    // A save on its way must not bring back what was cleared meanwhile.
    private readonly SemaphoreSlim _one = new(1, 1);
    private string _blank = "";
    private bool _isBack;

    private string? _known;
    private string? _pending;
    private string? _offered;
    private ITimer? _timer;
    private bool _ready;

    /// <summary>Which form of which record: <c>"intake/visit/new"</c>, <c>$"request/{id}"</c>.</summary>
    [Parameter, EditorRequired] public string FormKey { get; set; } = "";

    /// <summary>What is typed; plain properties that survive JSON. Secrets and files do not belong in it.</summary>
    [Parameter, EditorRequired] public TForm Form { get; set; } = null!;

    /// <summary>Brings the earlier copy back by itself and says so, where a form stands in the middle of a visit: nobody should have to ask for what she typed.</summary>
    [Parameter] public bool Auto { get; set; }

    /// <summary>The person wants the earlier copy: <c>Restored="f => _form = f"</c>.</summary>
    [Parameter] public EventCallback<TForm> Restored { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _known = _blank = Json(Form);
        _timer = Clock.CreateTimer(_ => _ = InvokeAsync(FlushAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var earlier = await Drafts.LoadAsync(FormKey);
        if (earlier is not null && !string.Equals(earlier, _known, StringComparison.Ordinal) && Read(earlier) is { } form)
            await OfferAsync(earlier, form);
        _ready = true;
    }

    private async Task OfferAsync(string earlier, TForm form)
    {
        if (!Auto)
        {
            _offered = earlier;
            return;
        }

        (_known, _isBack) = (earlier, true);
        await Restored.InvokeAsync(form);
    }

    protected override void OnParametersSet()
    {
        // Pages re-render after every change of a field; that is the moment to compare.
        var now = Json(Form);
        if (_timer is null || string.Equals(now, _pending ?? _known, StringComparison.Ordinal))
            return;
        _pending = now;
        _timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The form was saved (or given up): its copy goes, and what stands in it now counts as the starting point.</summary>
    /// <param name="next">The empty form that takes its place, where the page stays: else it would be kept as if somebody had typed it.</param>
    public async Task ClearAsync(TForm? next = default)
    {
        _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        (_pending, _offered, _isBack) = (null, null, false);
        var start = _known = Json(next ?? Form);
        await _one.WaitAsync();
        try
        {
            // The save that was on its way has ended, and set its own.
            (_known, _pending) = (start, null);
            await Drafts.ClearAsync(FormKey);
        }
        catch (RuleViolation e) when (e.IsStorageTrouble)
        {
            // The form itself is saved: that its copy stays is no reason to tell the person otherwise.
            Log.LogWarning(e, "The draft of {FormKey} could not be cleared", FormKey);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task FlushAsync()
    {
        if (!_ready)
            return;
        await _one.WaitAsync();
        try
        {
            if (_pending is not { } json)
                return;
            await Drafts.SaveAsync(FormKey, json);
            _known = json;
            _pending = string.Equals(_pending, json, StringComparison.Ordinal) ? null : _pending;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A draft is a comfort: the form must go on working when it cannot be kept. The next change tries again, or a while later the same one.
            Log.LogWarning(e, "The draft of {FormKey} could not be kept", FormKey);
            _timer?.Change(Retry, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task RestoreAsync()
    {
        var form = Read(_offered!);
        (_offered, _known, _pending) = (null, _offered, null);
        if (form is not null)
            await Restored.InvokeAsync(form);
    }

    private async Task DiscardAsync()
    {
        _offered = null;
        if (_pending is null)
            await Drafts.ClearAsync(FormKey);
    }

    /// <summary>Not wanted back: the form as it first stood.</summary>
    private async Task StartAnewAsync()
    {
        var form = Read(_blank);
        await ClearAsync(form);
        if (form is not null)
            await Restored.InvokeAsync(form);
    }

    private static string Json(TForm form) => JsonSerializer.Serialize(form);

    private static TForm? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<TForm>(json);
        }
        catch (JsonException)
        {
            return null; // Written by an older version of the form.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
            await _timer.DisposeAsync();
        await FlushAsync();
    }
}
