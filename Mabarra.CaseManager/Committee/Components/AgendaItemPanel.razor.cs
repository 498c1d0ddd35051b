using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Committee.Components;

/// <summary>One item of an agenda, as far as the reader may see it.</summary>
public sealed partial class AgendaItemPanel
{
    private readonly FormErrors _errors = new();
    private bool _recusing;
    private string? _reason;

    [Parameter, EditorRequired] public SittingView View { get; set; } = null!;

    [Parameter, EditorRequired] public ItemView Item { get; set; } = null!;

    [Parameter, EditorRequired] public RoomRunner Run { get; set; } = null!;

    [Inject] private SittingService Acts { get; set; } = null!;

    [Inject] private RoomService Room { get; set; } = null!;

    [Inject] private VoteService Votes { get; set; } = null!;

    [Inject] private RuleTexts Rules { get; set; } = null!;

    [Inject] private IStringLocalizer<ReviewText> T { get; set; } = null!;

    private Sitting Sitting => View.Sitting;

    private bool MayRecuse =>
        View.Mine is not null && Sitting.Status is SittingStatus.Invited or SittingStatus.InSession && Item.State is ItemState.Waiting or ItemState.Discussed;

    private async Task RecuseAsync()
    {
        if (await Run(_errors, act => Room.RecuseAsync(act, Sitting.Id, Item.Id, View.Me), _reason))
            _recusing = false;
    }
}
