using System.Text.Json;
using Mabarra.CaseManager.Data.Encryption;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>What a row says and what was found of it; sealed as one, bound to its import and row.</summary>
/// <param name="Cells">By <see cref="ImportField"/>.</param>
internal sealed record RowContent(string?[] Cells, RowProblem[] Problems);

/// <summary>Seals rows and opens them.</summary>
internal static class RowSeal
{
    public static byte[] Seal(FieldCipher cipher, Guid import, int no, RowContent content) =>
        cipher.Seal(ImportRowMapping.Table, Column(no), import, JsonSerializer.SerializeToUtf8Bytes(content));

    public static RowContent Open(FieldCipher cipher, ImportRow row) =>
        JsonSerializer.Deserialize<RowContent>(cipher.Open(ImportRowMapping.Table, Column(row.No), row.ImportId, row.Sealed))!;

    private static string Column(int no) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{nameof(ImportRow.Sealed)}/{no}");
}
