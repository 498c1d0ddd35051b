using MudBlazor;

namespace Mabarra.CaseManager.Ui;

/// <summary>What to ask before an act that cannot be taken back.</summary>
public sealed record Question
{
    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>The verb on the button; never just "yes".</summary>
    public required string Action { get; init; }

    public bool Danger { get; init; }

    /// <summary>Asks for a reason, and does not go on without one.</summary>
    public string? ReasonLabel { get; init; }
}

/// <summary>The person's answer.</summary>
/// <param name="Reason">What was typed, where a reason was asked for.</param>
public sealed record Answer(bool Yes, string? Reason = null);

/// <summary>Asks, and waits for the answer.</summary>
public sealed class Confirm(IDialogService dialogs)
{
    public async Task<Answer> AskAsync(Question question)
    {
        var parameters = new DialogParameters<ConfirmDialog> { { d => d.Question, question } };
        var options = new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, BackdropClick = false };
        var dialog = await dialogs.ShowAsync<ConfirmDialog>(question.Title, parameters, options);
        return await dialog.Result is { Canceled: false, Data: Answer answer } ? answer : new Answer(Yes: false);
    }
}
