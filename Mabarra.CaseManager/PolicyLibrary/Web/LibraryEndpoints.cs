using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.PolicyLibrary.Papers;
using Microsoft.AspNetCore.Mvc;

namespace Mabarra.CaseManager.PolicyLibrary.Web;

/// <summary>The addresses behind the library's print buttons.</summary>
public static class LibraryEndpoints
{
    public static IEndpointRouteBuilder MapPolicyLibrary(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{PolicyLinks.Library}/versions/{{id:guid}}/print", PrintTextAsync).RequireAuthorization();
        app.MapGet($"{PolicyLinks.Library}/sign/{{id:guid}}/print", PrintCertificateAsync).RequireAuthorization();
        app.MapGet($"{PolicyLinks.Library}/copies/{{id:guid}}/print", PrintReceiptAsync).RequireAuthorization();
        app.MapGet($"{PolicyLinks.Coverage}/{{id:guid}}/print", PrintCoverageAsync).RequireAuthorization();
        app.MapGet($"{PolicyLinks.Public}/{{id:guid}}/pdf", PublicPdfAsync).AllowAnonymous();
        return app;
    }

    private static Task<IResult> PrintTextAsync(Guid id, HttpContext http, [FromServices] PolicyPapers papers) =>
        PrintDoor.PrintAsync(http, act => papers.PrintAsync(act, id, http.RequestAborted));

    private static Task<IResult> PrintCertificateAsync(Guid id, HttpContext http, [FromServices] AckPapers papers) =>
        PrintDoor.PrintAsync(http, act => papers.CertificateAsync(act, id, http.RequestAborted));

    private static Task<IResult> PrintReceiptAsync(Guid id, HttpContext http, [FromServices] AckPapers papers) =>
        PrintDoor.PrintAsync(http, act => papers.ReceiptAsync(act, id, http.RequestAborted));

    private static Task<IResult> PrintCoverageAsync(Guid id, HttpContext http, [FromServices] CoveragePapers papers) =>
        PrintDoor.PrintAsync(http, act => papers.PrintAsync(act, id, http.RequestAborted));

    /// <summary>For anybody: only what is in force and public. What is not answers as what does not exist.</summary>
    private static async Task<IResult> PublicPdfAsync(Guid id, HttpContext http, [FromServices] PublicPolicies policies) =>
        await policies.PdfAsync(id, http.RequestAborted) is { } pdf
            ? Results.Stream(pdf.Content, DocumentKind.Pdf.ContentType(), fileDownloadName: null)
            : Results.NotFound();
}
