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

    /// <summary>No sealed paper of ours comes near it; a larger file is compared by its hash alone.</summary>
    private const int LargestSealed = 4 * 1024 * 1024;

    /// <summary>Answers with the page's address (post-redirect-get). Without antiforgery: it changes nothing, and its readers have no session.</summary>
    public static async Task<IResult> CheckAsync(HttpContext http, [FromServices] VerifyLimiter limiter, [FromServices] ComparedFile compared, [FromServices] PaperSeals seals)
    {
        if (!limiter.MayAsk(http.Connection.RemoteIpAddress))
        {
            await SignInLimit.TellAsync(http, http.RequestAborted);
            return Results.Empty;
        }

        try
        {
            var (code, file) = await ReadAsync(http.Request, http.RequestAborted);
            var path = CleanText.IsBlank(code) ? DocumentLinks.VerifyPage : PathOf(code!);
            if (file is not null)
                compared.Keep(http, path, file.Sha256, file.Bytes is { } bytes ? await seals.ExamineAsync(bytes, http.RequestAborted) : SealFinding.NotOurs);
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

    private static async Task<(string? Code, SentFile? File)> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        string? code = null;
        SentFile? file = null;
        await foreach (var part in MultipartFile.PartsAsync(request, cancel))
        {
            if (part.IsFile)
                file = await HashAsync(part.Content, cancel) ?? file;
            else if (string.Equals(part.Field, "code", StringComparison.Ordinal))
                code = await TextAsync(part.Content, cancel);
        }

        return (code, file);
    }

    private static async Task<SentFile?> HashAsync(Stream content, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var kept = new MemoryStream();
        var block = ArrayPool<byte>.Shared.Rent(DocumentLimits.BlockSize);
        try
        {
            var length = 0L;
            for (int read; (read = await content.ReadAsync(block, cancel)) > 0; length += read)
            {
                hash.AppendData(block, 0, read);
                if (length + read <= LargestSealed)
                    kept.Write(block, 0, read);
            }
            return length == 0 ? null : new SentFile(hash.GetHashAndReset(), length <= LargestSealed ? kept.ToArray() : null);
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

    /// <param name="Bytes">Null for a file too large to be a sealed one.</param>
    private sealed record SentFile(byte[] Sha256, byte[]? Bytes);
}
