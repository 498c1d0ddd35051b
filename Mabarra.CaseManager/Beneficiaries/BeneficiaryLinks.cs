namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Addresses of the registry. Never an identity number in one: addresses end up in logs.</summary>
public static class BeneficiaryLinks
{
    public const string List = "/beneficiaries";

    public const string New = "/beneficiaries/new";

    public const string Imports = "/beneficiaries/import";

    public static string Import(Guid id) => $"{Imports}/{id}";

    /// <param name="next">Where to go once the file is there; the file's id is added as <c>beneficiary</c>.</param>
    /// <param name="occasion">What the file is opened at, a visit say, so that it learns whose it is.</param>
    public static string NewThen(string next, Guid? occasion = null) => $"{New}?next={Uri.EscapeDataString(next)}{(occasion is { } id ? $"&at={id}" : "")}";

    public static string Open(Guid id) => $"{List}/{id}";

    /// <param name="with">The other file, once it is chosen.</param>
    public static string Merge(Guid id, Guid? with = null) => $"{List}/{id}/merge{(with is { } other ? $"?with={other}" : "")}";

    public static string Edit(Guid id) => $"{List}/{id}/edit";
}
