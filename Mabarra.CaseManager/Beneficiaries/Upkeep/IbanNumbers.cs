using Mabarra.CaseManager.Data.Encryption;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>IBANs sealed to their row and column, found by keyed hash, opened again only to be shown on purpose.</summary>
public sealed class IbanNumbers(FieldCipher cipher)
{
    private const string Table = "BankAccounts";
    private const string Column = "Iban";

    public byte[] Lookup(string iban) => cipher.Lookup("beneficiary-iban", iban);

    public byte[] Seal(Guid row, string iban) => cipher.Seal(Table, Column, row, iban);

    public string Open(Guid row, byte[] sealedIban) => cipher.OpenText(Table, Column, row, sealedIban);
}
