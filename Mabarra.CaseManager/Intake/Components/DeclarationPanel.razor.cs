using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Intake.Components;

/// <summary>The declaration (ت-٤): who signs, how, before whom. What is chosen and drawn is a draft until it is saved whole.</summary>
public sealed partial class DeclarationPanel : IDisposable
{
    /// <summary>What became of a signature that was drawn before an interruption.</summary>
    private enum Back
    {
        Drawn,
        Anew,
    }

    private readonly FormErrors _errors = new();
    private SigningDraft _draft = new();
    private DraftKeeper<SigningDraft>? _keeper;
    private SignaturePad? _pad;
    private IReadOnlyList<Choice<SignatureMethod>> _methods = [];
    private IReadOnlyList<Choice<Guid>> _signers = [];
    private WhoMayAct? _who;
    private Back? _back;
    private TextInForce? _text;
    private IDisposable? _watch;
    private bool _again;
    private bool _isNew;

    [Parameter, EditorRequired] public RequestDetail Detail { get; set; } = null!;

    [Parameter] public bool MayEdit { get; set; }

    [Parameter, EditorRequired] public RequestRunner Run { get; set; } = null!;

    [Inject] private DeclarationService Declarations { get; set; } = null!;

    [Inject] private DocumentService Documents { get; set; } = null!;

    [Inject] private RepresentativeQueries Representatives { get; set; } = null!;

    [Inject] private HouseTexts Texts { get; set; } = null!;

    [Inject] private LiveChanges Live { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    [Inject] private IStringLocalizer<RegistryText> Registry { get; set; } = null!;

    [Inject] private IStringLocalizer<IntakeText> T { get; set; } = null!;

    /// <summary>The file says so of her; of who signs for her it says nothing.</summary>
    private bool IsKnownNotToRead => _draft.Signer == Guid.Empty && _who?.IsLiterate == false;

    private bool IsDone => Detail.Request.Declaration is not null;

    private bool IsOpen => MayEdit && Detail.Request.IsBeingTakenIn;

    protected override async Task OnInitializedAsync()
    {
        _methods = [.. Enum.GetValues<SignatureMethod>().Select(m => new Choice<SignatureMethod>(m, T.Word(m)))];
        _watch = Live.Watch(() => _ = InvokeAsync(ReadTextAsync), typeof(TextVersion));
        _text = await Texts.OfAsync(IntakeTexts.Declaration);
        if (!IsOpen)
            return;
        var who = await Representatives.WhoMayActAsync(await Actor.ActAsync(), Detail.Request.BeneficiaryId, CancellationToken.None);
        _signers = [.. Herself(who), .. who.Signers.Select(p => new Choice<Guid>(p.Id, T["declaration.signer.other", p.Name, Registry[$"acting.{p.Kind}"].Value, p.ProofNo]))];
        (_who, _draft) = (who, NewDraft());
    }

    /// <summary>A minor does not sign.</summary>
    private IEnumerable<Choice<Guid>> Herself(WhoMayAct who) => who.HerselfMaySign ? [new Choice<Guid>(Guid.Empty, Detail.Beneficiary.FullName)] : [];

    private int TextNo => _text?.No ?? TextVersion.BuiltIn;

    private SigningDraft NewDraft() => new() { Signer = _signers.Count > 0 ? _signers[0].Value : Guid.Empty, TextNo = TextNo };

    /// <summary>What she has signed on the pad so far was under other words: the pad is emptied, and the clerk is told.</summary>
    private async Task ReadTextAsync()
    {
        var now = await Texts.OfAsync(IntakeTexts.Declaration);
        var isOther = _text is not null && now.No != _text.No;
        _isNew |= isOther && (!IsDone || _again);
        _text = now;
        if (isOther)
            _draft.Forget();
        _draft.TextNo = TextNo;
        StateHasChanged();
    }

    /// <summary>All of a signature comes back, and only while she can still be sitting there; else the pad says that it must be given anew.</summary>
    private void Restore(SigningDraft draft)
    {
        var wasDrawn = draft.IsDrawn;
        if (!_signers.Any(s => s.Value == draft.Signer))
            (draft.Signer, draft.DrawnAt) = (NewDraft().Signer, null);
        // She signed other words than those that stand here now.
        if (draft.TextNo != TextNo)
            (draft.TextNo, draft.DrawnAt) = (TextNo, null);
        _back = !wasDrawn ? null : draft.ComesBack(Clock.Now) ? Back.Drawn : Back.Anew;
        if (_back != Back.Drawn)
            draft.Forget();
        _draft = draft;
    }

    /// <summary>Another one's signature is not his.</summary>
    private void ChooseSigner(Guid signer)
    {
        _draft.Signer = signer;
        _draft.Forget();
    }

    private void Drawn(IReadOnlyList<string>? strokes)
    {
        (_draft.Strokes, _back) = (strokes, null);
        _draft.DrawnAt = strokes is { Count: 0 } ? null : Clock.Now;
    }

    /// <summary>The signed sheet or the thumbprint, photographed with a telephone.</summary>
    private PhonePaper Paper => new(nameof(ServiceRequest), Detail.Request.Id, "declaration", DeclarationWords.Name.Ar, DeclarationWords.Name.En, Sensitivity.Normal);

    private void Take(PhoneArrival arrival) => (_draft.DocumentId, _draft.FileName) = (arrival.DocumentId, arrival.FileName);

    private async Task StoreAsync(PickedFile file, CancellationToken cancel)
    {
        _draft.DocumentId = await Documents.StoreAsync(await Actor.ActAsync(), new NewDocument
        {
            Key = Guid.NewGuid(),
            OwnerId = Detail.Request.Id,
            OwnerType = nameof(ServiceRequest),
            FileName = file.Name,
            Sensitivity = Sensitivity.Normal,
        }, file.Read(cancel), cancel: cancel);
        _draft.FileName = file.Name;
    }

    private async Task SignAsync()
    {
        var drawing = _draft.Method == SignatureMethod.Pad && _pad is not null ? await _pad.PngAsync() : null;
        var form = _draft.ToForm(drawing is null ? null : new ReadOnlyMemory<byte>(drawing));
        if (!await Run(_errors, (act, version) => Declarations.SignAsync(act, Detail.Request.Id, version, form)))
        {
            await ReadTextAsync();
            return;
        }

        (_again, _isNew, _back, _draft) = (false, false, null, NewDraft());
        if (_keeper is not null)
            await _keeper.ClearAsync(_draft);
    }

    public void Dispose() => _watch?.Dispose();
}
