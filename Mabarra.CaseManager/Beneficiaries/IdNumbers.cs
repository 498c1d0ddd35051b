using Mabarra.CaseManager.Data.Encryption;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Identity numbers: checked, sealed, found by keyed hash, opened again only to be shown on purpose.</summary>
public sealed class IdNumbers(FieldCipher cipher)
{
    private const string Table = "Beneficiaries";
    private const string Column = "IdNumber";
    private const int TailLength = 4;

    /// <summary>The number in the one form we store, or why it is refused.</summary>
    public static Checked<string> Check(IdKind kind, string? input) => kind switch
    {
        IdKind.NationalId => NationalId.Check(input, NationalIdKind.Citizen),
        IdKind.Iqama => NationalId.Check(input, NationalIdKind.Resident),
        _ => OtherId.Check(input),
    };

    /// <summary>Unique for each kind of document: a passport and an iqama may share digits.</summary>
    public byte[] Lookup(IdKind kind, string number) => cipher.Lookup($"beneficiary-id-{kind}", number);

    /// <summary>The look-up hashes of every kind of document this text could be the whole number of.</summary>
    public IEnumerable<byte[]> Lookups(string text) =>
        from kind in Enum.GetValues<IdKind>()
        let number = Check(kind, text)
        where number.IsOk
        select Lookup(kind, number.Value);

    public byte[] Seal(Guid beneficiaryId, string number) => cipher.Seal(Table, Column, beneficiaryId, number);

    public string Open(Guid beneficiaryId, byte[] sealedNumber) => cipher.OpenText(Table, Column, beneficiaryId, sealedNumber);

    /// <summary>The same for the papers of people who stand in somebody else's file; bound to their own table and row.</summary>
    public byte[] SealIn(string table, Guid row, string number) => cipher.Seal(table, Column, row, number);

    public string OpenIn(string table, Guid row, byte[] sealedNumber) => cipher.OpenText(table, Column, row, sealedNumber);

    public static string Tail(string number) => number.Length <= TailLength ? number : number[^TailLength..];
}
