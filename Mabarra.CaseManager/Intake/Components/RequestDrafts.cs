using Mabarra.CaseManager.Contacts;

namespace Mabarra.CaseManager.Intake.Components;

/// <summary>Under which keys the panels of a request keep what is typed.</summary>
internal static class RequestDrafts
{
    /// <summary>Every paper that is being received.</summary>
    public static string Items(Guid request) => $"intake/request/{request:N}/item/";

    public static string Item(Guid request, Guid item) => $"{Items(request)}{item:N}";

    public static string Reason(Guid request, Guid item, string kind) => $"intake/request/{request:N}/{kind}/{item:N}";

    public static string Declaration(Guid request) => $"intake/request/{request:N}/declaration";

    public static string Agreement(Guid request) => $"intake/request/{request:N}/agreement";

    /// <summary>What takes a request off its way: <c>revoke</c>, <c>withdraw</c>, <c>archive</c>.</summary>
    public static string Ending(Guid request, string act) => $"intake/request/{request:N}/{act}";
}

/// <summary>A request being taken off its way; each act uses what it asks for.</summary>
public sealed class EndingDraft
{
    public ReasonDraft Reason { get; set; } = new();

    public string? Note { get; set; }

    /// <summary>The papers found missing, false or expired.</summary>
    public List<Guid> Items { get; set; } = [];

    public Channel? Channel { get; set; }

    public DateOnly? On { get; set; }
}

/// <summary>A paper being received.</summary>
public sealed class ReceiptDraft
{
    public string? Reference { get; set; }

    public DateOnly? ReceivedOn { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public DateOnly? ExpiresOn { get; set; }

    /// <summary>The scan is stored already, sealed, with the request; only its id stands here.</summary>
    public Guid? DocumentId { get; set; }

    public string? FileName { get; set; }

    public ItemForm ToForm() => new() { ReceivedOn = ReceivedOn, RefNo = Reference, IssuedOn = IssuedOn, ExpiresOn = ExpiresOn, DocumentId = DocumentId };
}

/// <summary>The explanation and the channel being agreed.</summary>
public sealed class AgreementDraft
{
    public Channel? Channel { get; set; }

    public string? Contact { get; set; }

    public bool IsExplained { get; set; }

    public AgreementForm ToForm() => new() { Channel = Channel, Contact = Contact, IsExplained = IsExplained };
}

/// <summary>The declaration being signed (ت-٤).</summary>
public sealed class SigningDraft
{
    /// <summary>
    /// How long a signature that was drawn and not saved may come back: she is still at the desk. Later it must be given anew,
    /// so that nobody finds one on the pad that she can save without her.
    /// </summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(30);

    public SignatureMethod Method { get; set; }

    /// <summary>Empty: she herself.</summary>
    public Guid Signer { get; set; }

    public string? Witness { get; set; }

    public bool CannotRead { get; set; }

    public Guid? DocumentId { get; set; }

    public string? FileName { get; set; }

    public IReadOnlyList<string>? Strokes { get; set; }

    /// <summary>When the last stroke was drawn; null while the pad is empty.</summary>
    public DateTime? DrawnAt { get; set; }

    /// <summary>The version of the declaration's words it was drawn under: a signature is under those, or under none.</summary>
    public int TextNo { get; set; }

    public bool IsDrawn => DrawnAt is not null;

    /// <summary>Nothing of a signature stays, or all of it.</summary>
    public void Forget() => (Strokes, DrawnAt) = (null, null);

    /// <summary>Whether the strokes may be shown again.</summary>
    public bool ComesBack(DateTime now) => Strokes is { Count: > 0 } && DrawnAt is { } at && now - at <= GoodFor && now >= at;

    public DeclarationForm ToForm(ReadOnlyMemory<byte>? drawing) => new()
    {
        Method = Method,
        Drawing = drawing,
        DocumentId = DocumentId,
        WitnessName = Witness,
        SignerId = Signer == Guid.Empty ? null : Signer,
        CannotRead = CannotRead,
        TextNo = TextNo,
    };
}
