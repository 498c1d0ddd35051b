namespace Mabarra.CaseManager.Staff.Circuits;

/// <summary>The connected pages of each account on this node: no more than eight each, and all of them told when the account's sign-ins end.</summary>
public sealed class CircuitRegistry
{
    /// <summary>The framework has no limit of its own; each page costs about two megabytes.</summary>
    public const int MostPages = 8;

    private readonly Lock turn = new();
    private readonly Dictionary<Guid, List<CircuitStanding>> open = [];

    /// <returns>False when the account has too many pages open already.</returns>
    internal bool Add(Guid user, CircuitStanding circuit)
    {
        lock (turn)
        {
            if (!open.TryGetValue(user, out var circuits))
                open[user] = circuits = [];
            if (circuits.Contains(circuit))
                return true;
            if (circuits.Count >= MostPages)
                return false;
            circuits.Add(circuit);
            return true;
        }
    }

    internal void Remove(Guid user, CircuitStanding circuit)
    {
        lock (turn)
        {
            if (open.TryGetValue(user, out var circuits) && circuits.Remove(circuit) && circuits.Count == 0)
                open.Remove(user);
        }
    }

    public int CountOf(Guid user)
    {
        lock (turn)
            return open.TryGetValue(user, out var circuits) ? circuits.Count : 0;
    }

    /// <summary>The account's sign-ins have ended: its pages on this node go to the sign-in page now, those on others within a minute.</summary>
    public void Revoke(Guid user)
    {
        List<CircuitStanding> circuits;
        lock (turn)
            circuits = open.TryGetValue(user, out var found) ? [.. found] : [];
        foreach (var circuit in circuits)
            circuit.Revoke();
    }
}

/// <summary>How one circuit stands: in order, too many, or its sign-in has ended.</summary>
public sealed class CircuitStanding
{
    public event EventHandler? Changed;

    public bool IsTooMany { get; private set; }

    public bool IsRevoked { get; private set; }

    internal void Count(bool admitted)
    {
        if (IsTooMany == !admitted)
            return;
        IsTooMany = !admitted;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    internal void Revoke()
    {
        IsRevoked = true;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
