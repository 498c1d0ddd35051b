namespace Mabarra.CaseManager.Committee;

/// <summary>A signature, as given on the screen.</summary>
public sealed record MinutesSignatureForm
{
    /// <summary>The hash of the words the signer had before her, in hexadecimal.</summary>
    public required string? Seen { get; init; }

    public ReadOnlyMemory<byte>? Drawing { get; init; }

    /// <summary>Signs with a reservation: its reason.</summary>
    public string? Reservation { get; init; }
}

/// <summary>A signature given on the printed minutes, as whoever keeps them records it.</summary>
public sealed record PaperSignatureForm
{
    public required Guid? EmployeeId { get; init; }

    /// <summary>The scan of the signed page, kept with these minutes.</summary>
    public required Guid? DocumentId { get; init; }

    public string? FirstWitness { get; init; }

    public string? SecondWitness { get; init; }

    public string? Reservation { get; init; }
}
