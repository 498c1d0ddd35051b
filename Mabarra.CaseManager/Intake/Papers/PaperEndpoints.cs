using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Intake.Tracking;
using Microsoft.AspNetCore.Mvc;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>The addresses behind the print buttons (<see cref="RequestLinks.Print"/>, <see cref="VisitLinks.Print"/>).</summary>
public static class PaperEndpoints
{
    public static IEndpointRouteBuilder MapIntake(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{RequestLinks.List}/{{id:guid}}/print/{{paper}}", PrintRequestAsync).RequireAuthorization();
        app.MapGet($"{VisitLinks.Reception}/{{id:guid}}/print", PrintCardAsync).RequireAuthorization();
        app.MapGet("/services/{id:guid}/blank-form", PrintBlankAsync).RequireAuthorization();
        app.MapTracking();
        return app;
    }

    private static Task<IResult> PrintRequestAsync(Guid id, string paper, HttpContext http, [FromServices] RequestPapers papers) => PaperKinds.Of(paper) is { } kind
        ? PrintDoor.PrintAsync(http, act => papers.PrintAsync(act, id, kind, http.RequestAborted))
        : Task.FromResult(Results.NotFound());

    private static Task<IResult> PrintCardAsync(Guid id, HttpContext http, [FromServices] VisitPapers papers) =>
        PrintDoor.PrintAsync(http, act => papers.PrintAsync(act, id, http.RequestAborted));

    private static Task<IResult> PrintBlankAsync(Guid id, HttpContext http, [FromServices] BlankForms forms) =>
        PrintDoor.PrintAsync(http, act => forms.PrintAsync(act, id, http.RequestAborted));
}
