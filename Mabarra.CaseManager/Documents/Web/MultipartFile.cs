using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Mabarra.CaseManager.Documents;

/// <summary>Parts of a multipart form as they arrive. The framework's own form reading would put every file on the disk in the clear first.</summary>
/// <param name="Content">To be read before the next part.</param>
internal sealed record MultipartFile(string Field, string Name, Stream Content)
{
    public const long LargestBody = DocumentLimits.LargestFile + DocumentLimits.MegaByte;
    private const int LongestBoundary = 200;

    public bool IsFile => Name.Length > 0;

    /// <summary>The first file of the form; null when there is none.</summary>
    public static async Task<MultipartFile?> FirstAsync(HttpRequest request, CancellationToken cancel)
    {
        await foreach (var part in PartsAsync(request, cancel))
        {
            if (part.IsFile)
                return part;
        }

        return null;
    }

    public static async IAsyncEnumerable<MultipartFile> PartsAsync(HttpRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        if (Boundary(request) is not { } boundary)
            yield break;
        var reader = new MultipartReader(boundary, request.Body);
        while (await NextAsync(reader, cancel) is { } section)
        {
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                yield return new MultipartFile(Text(disposition.Name), Text(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName), section.Body);
        }
    }

    /// <summary>A broken form has no further parts.</summary>
    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancel)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancel);
        }
        catch (Exception e) when (e is IOException or InvalidDataException && e is not BadHttpRequestException)
        {
            return null;
        }
    }

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary.ToString()
            : null;

    private static string Text(Microsoft.Extensions.Primitives.StringSegment value) => HeaderUtilities.RemoveQuotes(value).ToString();
}
