namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Addresses of the registry. Never an identity number in one: addresses end up in logs.</summary>
public static class BeneficiaryLinks
{
    public const string List = "/beneficiaries";

    public const string New = "/beneficiaries/new";

    /// <param name="next">Where to go once the file is there; the file's id is added as <c>beneficiary</c>.</param>
    public static string NewThen(string next) => $"{New}?next={Uri.EscapeDataString(next)}";

    public static string Open(Guid id) => $"{List}/{id}";

    public static string Edit(Guid id) => $"{List}/{id}/edit";
}
