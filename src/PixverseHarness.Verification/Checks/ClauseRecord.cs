using PixverseHarness.Contract.Clauses;
using PixverseHarness.Results.Findings;
using PixverseHarness.Verification.Conversations;

namespace PixverseHarness.Verification.Checks;

/// <summary>What one check took down about one clause.</summary>
internal sealed class ClauseRecord(Clause clause)
{
    private const int MostKept = 8;
    private readonly List<(Finding Finding, Exchange Exchange)> _findings = [];
    private readonly List<string> _observations = [];

    /// <summary>The clause.</summary>
    public Clause Clause => clause;

    /// <summary>How often it was looked at.</summary>
    public int Looks { get; set; }

    /// <summary>What contradicts it, each with the exchange that shows it; one for each place.</summary>
    public IReadOnlyList<(Finding Finding, Exchange Exchange)> Findings => _findings;

    /// <summary>What was seen of an open question; each sentence once.</summary>
    public IReadOnlyList<string> Observations => _observations;

    /// <summary>Why it could not be looked at; null when nothing stood in the way.</summary>
    public string? Reason { get; private set; }

    /// <summary>Adds a finding, unless one for the same place is there.</summary>
    public void Add(Finding finding, Exchange exchange)
    {
        if (!_findings.Exists(f => string.Equals(f.Finding.Id, finding.Id, StringComparison.Ordinal)))
        {
            _findings.Add((finding, exchange));
        }
    }

    /// <summary>Adds an observation, unless it is there or there are many.</summary>
    public void Observe(string seen)
    {
        if (_observations.Count < MostKept && !_observations.Contains(seen))
        {
            _observations.Add(seen);
        }
    }

    /// <summary>Keeps the first reason.</summary>
    public void Excuse(string reason) => Reason ??= reason;
}
