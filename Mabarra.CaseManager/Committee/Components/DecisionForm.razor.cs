using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Life;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Committee.Components;

/// <summary>What was said about an item, and the decision put to the vote; begun with what the last round was about.</summary>
public sealed partial class DecisionForm
{
    private readonly FormErrors _errors = new();
    private IReadOnlyList<Choice<DecisionOutcome?>> _outcomes = [];
    private IReadOnlyList<Choice<string>> _reasons = [];
    private string? _said;
    private DecisionOutcome? _outcome;
    private Money? _amount;
    private string? _article;
    private long? _instalments;
    private DateOnly? _firstOn;
    private string? _reason;
    private string? _reasonNote;
    private DateOnly? _nextOn;
    private string? _body;
    private string? _conditions;

    [Parameter, EditorRequired] public SittingView View { get; set; } = null!;

    [Parameter, EditorRequired] public ItemView Item { get; set; } = null!;

    [Parameter, EditorRequired] public RoomRunner Run { get; set; } = null!;

    private bool IsApproval => _outcome is DecisionOutcome.Approved or DecisionOutcome.PartlyApproved;

    protected override void OnInitialized()
    {
        _outcomes = [.. Enum.GetValues<DecisionOutcome>().Select(o => new Choice<DecisionOutcome?>(o, T[$"outcome.{o}"]))];
        (_said, _amount) = (Item.Discussion, Item.Requested);
    }

    private async Task ReadReasonsAsync()
    {
        var list = _outcome switch
        {
            DecisionOutcome.Rejected => ListNames.Rejection,
            DecisionOutcome.Deferred => ListNames.Deferral,
            _ => null,
        };
        _reason = null;
        _reasons = list is null ? [] : [.. (await Reasons.ActiveAsync(list, CancellationToken.None)).Select(r => new Choice<string>(r.Code, r.Name))];
    }

    private Task<bool> NoteAsync() => Run(_errors, act => Room.NoteAsync(act, View.Sitting.Id, Item.Id, _said));

    private Task<bool> OpenVoteAsync()
    {
        var form = new ProposalForm
        {
            Outcome = _outcome,
            Amount = _amount,
            Article = _article,
            Instalments = _instalments,
            FirstOn = _firstOn,
            Reason = new ReasonForm { Code = _reason, Note = _reasonNote },
            NextOn = _nextOn,
            ReferredTo = _body,
            Conditions = _conditions,
        };
        return Run(_errors, async act =>
        {
            await Room.NoteAsync(act, View.Sitting.Id, Item.Id, _said);
            await Votes.OpenAsync(act, View.Sitting.Id, Item.Id, form);
        });
    }
}
