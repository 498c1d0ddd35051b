using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Mabarra.CaseManager.Staff.Circuits;

/// <summary>Enters each connected circuit into the registry under its person.</summary>
internal sealed class CircuitWatch(CircuitRegistry registry, CircuitStanding standing, AuthenticationStateProvider authentication) : CircuitHandler
{
    private Guid user;

    public override async Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var who = (await authentication.GetAuthenticationStateAsync()).User;
        if (!Guid.TryParse(who.FindFirstValue(ClaimTypes.NameIdentifier), out user))
            return;
        standing.Count(registry.Add(user, standing));
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        registry.Remove(user, standing);
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        registry.Remove(user, standing);
        return Task.CompletedTask;
    }
}
