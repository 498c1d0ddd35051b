namespace Mabarra.CaseManager.Contacts.Liaison;

/// <summary>Addresses of the matrix.</summary>
public static class LiaisonLinks
{
    public const string Matrix = "/liaison";

    /// <summary>«ما عندي».</summary>
    public const string Mine = "/liaison/mine";

    /// <summary>The matrix with one cell open.</summary>
    public static string Cell(string category, string field) => $"{Matrix}?cell={Uri.EscapeDataString(LiaisonMatrix.CellOf(category, field))}";
}
