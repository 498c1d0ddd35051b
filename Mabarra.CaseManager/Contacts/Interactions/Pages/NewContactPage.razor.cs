using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Interactions.Components;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Contacts.Interactions.Pages;

/// <summary>Registers a contact by hand.</summary>
public sealed partial class NewContactPage
{
    private readonly FormErrors _errors = new();
    private InteractionDraft _draft = new();
    private DraftKeeper<InteractionDraft>? _keeper;
    private IReadOnlyList<Choice<ContactDirection>> _directions = [];
    private IReadOnlyList<Choice<Channel?>> _channels = [];
    private IReadOnlyList<Choice<string>> _volunteers = [];
    private IReadOnlyList<Choice<Guid?>> _supervisors = [];
    private bool _maySearch;

    [SupplyParameterFromQuery(Name = "beneficiary")] public Guid? For { get; set; }

    /// <summary>The call that is owed.</summary>
    [SupplyParameterFromQuery(Name = "again")] public Guid? Again { get; set; }

    [Inject] private InteractionService Service { get; set; } = null!;

    [Inject] private InteractionQueries Contacts { get; set; } = null!;

    [Inject] private VolunteerQueries Volunteers { get; set; } = null!;

    [Inject] private BeneficiaryQueries Files { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private NavigationManager Nav { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    [Inject] private IStringLocalizer<InteractionsText> T { get; set; } = null!;

    private bool IsPaper => _draft.Channel?.IsCorrespondence() == true;

    private IReadOnlyList<Choice<InteractionOutcome?>> Outcomes =>
        [.. InteractionRules.OutcomesOf(_draft.Channel ?? default, _draft.Direction).Select(o => new Choice<InteractionOutcome?>(o, T.Word(o)))];

    protected override async Task OnInitializedAsync()
    {
        _directions = [.. Enum.GetValues<ContactDirection>().Select(d => new Choice<ContactDirection>(d, T.Word(d)))];
        _channels = [.. Enum.GetValues<Channel>().Select(c => new Choice<Channel?>(c, T.Word(c)))];
        _draft.HappenedOn = Clock.Today;
        var act = await Actor.ActAsync();
        _volunteers = [.. (await Volunteers.NamesAsync(act, CancellationToken.None)).Select(n => new Choice<string>(n, n))];
        _supervisors = [.. (await Contacts.SupervisorsAsync(act, CancellationToken.None)).Select(s => new Choice<Guid?>(s.Id, s.Name))];
        _maySearch = act.Actor.May(BeneficiariesModule.ViewPermission);
        if (Again is { } call && await Contacts.OpenAsync(act, call, CancellationToken.None) is { MayEdit: true, Interaction: { AgainOn: not null } first })
            _draft = InteractionDraft.Again(first, Clock.Today);
        else if (For is { } id && _maySearch && await Files.HitAsync(act, id, CancellationToken.None) is { } hit)
            Pick(hit);
    }

    private void Pick(BeneficiaryHit hit) => (_draft.BeneficiaryId, _draft.FoundName) = (hit.Id, hit.FullName);

    private void Drop() => (_draft.BeneficiaryId, _draft.FoundName) = (null, null);

    private async Task SaveAsync()
    {
        Guid made = default;
        if (!await _errors.TryAsync(async () => made = await Service.RegisterAsync(await Actor.ActAsync(), _draft.Key, _draft.ToForm())))
            return;
        if (_keeper is not null)
            await _keeper.ClearAsync();
        Nav.NavigateTo(InteractionLinks.Open(made));
    }
}
