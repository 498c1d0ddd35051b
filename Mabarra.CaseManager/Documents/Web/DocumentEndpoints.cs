using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Mabarra.CaseManager.Documents;

/// <summary>The doors through which files come and go over HTTP. They only carry: who may what is asked of the services.</summary>
public static class DocumentEndpoints
{
    public static IEndpointRouteBuilder MapDocuments(this IEndpointRouteBuilder app)
    {
        app.MapPost(DocumentLinks.Upload, UploadAsync).RequireAuthorization().WithMetadata(new RequestSizeLimitAttribute(MultipartFile.LargestBody));
        app.MapGet("/documents/{id:guid}", DownloadAsync).RequireAuthorization();
        app.MapGet("/documents/issued/{id:guid}", PaperAsync).RequireAuthorization();
        app.MapGet(DocumentLinks.LogoRoute, LogoEndpoint.SendAsync).AllowAnonymous();
        app.MapPost(DocumentLinks.VerifyCheck, VerifyEndpoint.CheckAsync).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(MultipartFile.LargestBody));
        app.MapPost(DocumentLinks.PhoneSend, PhoneEndpoint.SendAsync).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(PhoneEndpoint.LargestBody));
        return app;
    }

    private static Task<IResult> DownloadAsync(
        Guid id, bool? view, string? ticket, HttpContext http, [FromServices] DocumentQueries documents, [FromServices] OpenTickets tickets) =>
        GiveAsync(http, id, view, tickets, ticket, documents.OpenAsync);

    private static Task<IResult> PaperAsync(Guid id, bool? view, HttpContext http, [FromServices] IssuedDocuments papers, [FromServices] OpenTickets tickets) =>
        GiveAsync(http, id, view, tickets, ticket: null, papers.OpenAsync);

    /// <summary>What does not exist, was removed, or is not this person's answers alike.</summary>
    private static async Task<IResult> GiveAsync(
        HttpContext http, Guid id, bool? view, OpenTickets tickets, string? ticket, Func<Act, Guid, CancellationToken, Task<OpenedDocument>> open)
    {
        var act = await ActAsync(http);
        act = act with { Why = tickets.Why(ticket, act.Actor.Id, id) };
        try
        {
            return new DocumentResult(await open(act, id, http.RequestAborted), view == true);
        }
        catch (AccessDenied denied)
        {
            await denied.Written;
            return Results.NotFound();
        }
        catch (RuleViolation violation) when (!violation.IsStorageTrouble)
        {
            // A reason is asked for by the page; an address without one leads nowhere.
            return Results.NotFound();
        }
    }

    /// <summary>One file as multipart/form-data; what it belongs to stands in the address, so that it is known before the first byte of the file.</summary>
    private static async Task<IResult> UploadAsync(
        HttpContext http, Guid key, Guid ownerId, string ownerType, Sensitivity? sensitivity,
        [FromServices] DocumentService documents, [FromServices] IAntiforgery antiforgery, [FromServices] RuleTexts texts)
    {
        // The token comes as a header: looking for it in the form would take the whole body in first.
        if (!http.Request.Headers.ContainsKey("RequestVerificationToken") || !await antiforgery.IsRequestValidAsync(http))
            return Results.BadRequest();
        var act = await ActAsync(http);
        try
        {
            var file = await MultipartFile.FirstAsync(http.Request, http.RequestAborted);
            if (file is null)
                return Results.BadRequest();
            var document = new NewDocument { Key = key, OwnerId = ownerId, OwnerType = ownerType, FileName = file.Name, Sensitivity = sensitivity ?? Sensitivity.Normal };
            return Results.Ok(new Uploaded(await documents.StoreAsync(act, document, file.Content, cancel: http.RequestAborted)));
        }
        catch (RuleViolation violation)
        {
            return Results.UnprocessableEntity(violation.Breaches.Select(b => new Refused(b.Code, texts.For(b))));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            var breach = new Breach("documents.store.toolarge", null, DocumentLimits.LargestFile / DocumentLimits.MegaByte);
            return Results.UnprocessableEntity(new[] { new Refused(breach.Code, texts.For(breach)) });
        }
        catch (AccessDenied denied)
        {
            await denied.Written;
            return Results.NotFound();
        }
    }

    private static async Task<Act> ActAsync(HttpContext http) => new(
        await http.RequestServices.GetRequiredService<StaffDirectory>().ActorAsync(http.User),
        http.RequestServices.GetRequiredService<TimeProvider>().Now);

    private sealed record Uploaded(Guid Id);

    private sealed record Refused(string Code, string Text);
}
