using System.Globalization;
using Mabarra.CaseManager.PolicyLibrary.Signing;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.PolicyLibrary.Pages;

/// <summary>Read, understood, signed: one after the other, each recorded when it happens (مسؤوليات-١; R7). Left in the middle, it goes on where it was.</summary>
public sealed partial class SignPolicyPage
{
    private readonly FormErrors _errors = new();
    private readonly Dictionary<Guid, string> _answers = [];
    private SigningDetail? _detail;
    private IReadOnlyList<AskedQuestion> _questions = [];
    private CheckResult? _result;
    private SignaturePad? _pad;
    private ITimer? _tick;
    private bool _reachedEnd;
    private int _seconds;

    [Parameter] public Guid Id { get; set; }

    private string Title => _detail?.Text is { } text ? (AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? text.TitleAr : text.TitleEn) : T["sign.title"];

    private bool MaySign => _detail is { IsOwn: true } or { IsAtDesk: true };

    /// <summary>Seconds until the text may count as read.</summary>
    private int Left => _detail is { Text: { } text, OpenedAt: { } opened } ? Math.Max(0, text.MinimumSeconds - (int)(Clock.Now - opened).TotalSeconds) : 0;

    private string ReadingState => !_reachedEnd ? T["read.state.end"] : Left > 0 ? Plural.Of(T["read.state.time"], Left) : T["read.state.ready"];

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        if (MaySign && _detail is { Status: AckStatus.Pending, Text: not null })
        {
            await _errors.TryAsync(async () => await Service.OpenAsync(await Actor.ActAsync(), Id));
            await LoadAsync();
            _tick = Clock.CreateTimer(_ => _ = InvokeAsync(Tick), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        }
    }

    private void Tick()
    {
        if (_seconds == Left)
            return;
        _seconds = Left;
        if (Left == 0)
            _tick?.Dispose();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        var act = await Actor.ActAsync();
        _detail = await Signing.OpenAsync(act, Id, CancellationToken.None);
        if (_detail.Status == AckStatus.Read && _questions.Count == 0)
            await AskAsync();
    }

    private async Task AskAsync()
    {
        _answers.Clear();
        _questions = await Signing.AskAsync(await Actor.ActAsync(), Id, CancellationToken.None);
    }

    private Task NextAsync() => _detail!.Status switch
    {
        AckStatus.Pending => RunAsync(async () => await Service.ReadAsync(await Actor.ActAsync(), Id, _detail.Text!.TextHash, _reachedEnd)),
        AckStatus.Read => AnswerAsync(),
        _ => SignAsync(),
    };

    private async Task AnswerAsync()
    {
        await RunAsync(async () => _result = await Service.AnswerAsync(await Actor.ActAsync(), Id, _answers));
        if (_result is { Passed: false } && !_errors.Any)
            await AskAsync();
    }

    private async Task SignAsync()
    {
        var drawing = _pad is null ? null : await _pad.PngAsync();
        ReadOnlyMemory<byte>? picture = drawing is null ? null : new ReadOnlyMemory<byte>(drawing);
        await RunAsync(() => SamePerson.RunAsync(async () => await Service.SignAsync(await Actor.ActAsync(), Id, _detail!.Text!.TextHash, picture)));
    }

    private async Task RunAsync(Func<Task> run)
    {
        if (await _errors.TryAsync(run))
            await LoadAsync();
    }

    private string StepClass(AckStatus step) => _detail!.Status >= step && _detail.Status <= AckStatus.Signed ? "sign-step sign-step-done" : "sign-step";

    private static IReadOnlyList<Choice<string>> Choices(AskedQuestion question) => [.. question.Answers.Select(a => new Choice<string>(a, a))];

    public void Dispose() => _tick?.Dispose();
}
