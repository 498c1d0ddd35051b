using Microsoft.Net.Http.Headers;

namespace Mabarra.CaseManager.Documents;

/// <summary>Sends a document block by block, so that no browser, proxy or other site does with it what we did not mean (B56). No ranges, no ETag: every request is a look of its own, and logged.</summary>
internal sealed class DocumentResult(OpenedDocument document, bool view) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var opened = document;
        var response = httpContext.Response;
        response.ContentType = document.Kind.ContentType();
        response.ContentLength = document.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.AcceptRanges = "none";
        response.Headers.ContentSecurityPolicy = Policy;
        var disposition = new ContentDispositionHeaderValue(view ? "inline" : "attachment");
        disposition.SetHttpFileName(document.FileName);
        response.Headers.ContentDisposition = disposition.ToString();
        await document.Content.CopyToAsync(response.Body, DocumentLimits.BlockSize, httpContext.RequestAborted);
    }

    // Browsers' own PDF readers are known to refuse to start in a sandbox; a PDF cannot run as a page of ours anyway, being sent as application/pdf with nosniff.
    private string Policy => view && document.Kind == DocumentKind.Pdf
        ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
        : "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox; frame-ancestors 'self'";
}
