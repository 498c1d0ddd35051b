using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Mabarra.CaseManager.Staff.Web;
using Microsoft.AspNetCore.Mvc;

namespace Mabarra.CaseManager.Documents;

/// <summary>Takes the form of the verification page: a code, a file to compare, or both. The file is hashed as it arrives and never stored.</summary>
internal static class VerifyEndpoint
{
    private const int LongestCode = 200;

    /// <summary>Answers with the page's address (post-redirect-get). Without antiforgery: it changes nothing, and its readers have no session.</summary>
    public static async Task<IResult> CheckAsync(HttpContext http, [FromServices] VerifyLimiter limiter, [FromServices] ComparedFile compared)
    {
        if (!limiter.MayAsk(http.Connection.RemoteIpAddress))
        {
            await SignInLimit.TellAsync(http, http.RequestAborted);
            return Results.Empty;
        }

        try
        {
            var (code, hash) = await ReadAsync(http.Request, http.RequestAborted);
            var path = CleanText.IsBlank(code) ? DocumentLinks.VerifyPage : PathOf(code!);
            if (hash is not null)
                compared.Keep(http, path, hash);
            return Results.LocalRedirect(path);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Results.LocalRedirect($"{DocumentLinks.VerifyPage}?problem=large");
        }
    }

    /// <summary>A code that can be none still gets its page, which says that no paper has it.</summary>
    internal static string PathOf(string code) => VerifyCode.Normalise(code) is { } normal
        ? DocumentLinks.Verify(normal)
        : $"{DocumentLinks.VerifyPage}/{Uri.EscapeDataString(code.Trim() is "." or ".." ? "-" : code.Trim())}";

    private static async Task<(string? Code, byte[]? Hash)> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        string? code = null;
        byte[]? hash = null;
        await foreach (var part in MultipartFile.PartsAsync(request, cancel))
        {
            if (part.IsFile)
                hash = await HashAsync(part.Content, cancel) ?? hash;
            else if (string.Equals(part.Field, "code", StringComparison.Ordinal))
                code = await TextAsync(part.Content, cancel);
        }

        return (code, hash);
    }

    private static async Task<byte[]?> HashAsync(Stream content, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = ArrayPool<byte>.Shared.Rent(DocumentLimits.BlockSize);
        try
        {
            var length = 0L;
            for (int read; (read = await content.ReadAsync(block, cancel)) > 0; length += read)
                hash.AppendData(block, 0, read);
            return length == 0 ? null : hash.GetHashAndReset();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block, clearArray: true);
        }
    }

    private static async Task<string> TextAsync(Stream content, CancellationToken cancel)
    {
        var bytes = new byte[LongestCode];
        var length = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        return Encoding.UTF8.GetString(bytes, 0, length);
    }
}
