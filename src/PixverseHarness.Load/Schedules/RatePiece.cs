namespace PixverseHarness.Load.Schedules;

/// <summary>A stretch in which the rate moves in a straight line. Times in seconds, rates in jobs per second.</summary>
/// <param name="Step">The index of the simulation that it belongs to.</param>
/// <param name="Start">When it begins, since the run began.</param>
/// <param name="Length">How long; infinity for the piece of an iterations simulation.</param>
/// <param name="From">The rate at its beginning.</param>
/// <param name="To">The rate at its end.</param>
/// <param name="MassBefore">The jobs expected before it begins: the integral of the rate up to here.</param>
internal readonly record struct RatePiece(int Step, double Start, double Length, double From, double To, double MassBefore)
{
    /// <summary>The rate, <paramref name="into"/> seconds into the piece.</summary>
    public double RateAt(double into) => From == To ? From : From + ((To - From) * into / Length);

    /// <summary>The jobs expected in its first <paramref name="into"/> seconds.</summary>
    public double MassUntil(double into) => From == To ? From * into : (From + RateAt(into)) * 0.5 * into;

    /// <summary>The jobs expected in the whole piece.</summary>
    public double Mass => From == 0 && To == 0 ? 0 : MassUntil(Length);

    /// <summary>How many seconds into the piece its first <paramref name="mass"/> jobs are due: the inverse of <see cref="MassUntil"/>.</summary>
    /// <remarks>
    /// Solves <c>From u + a u² = mass</c> with <c>a = (To - From) / 2 Length</c> by the form of the quadratic formula that
    /// loses no digits where <c>a</c> is small; the discriminant is held at 0 where rounding would take it below.
    /// </remarks>
    public double Solve(double mass)
    {
        if (mass <= 0)
        {
            return 0;
        }

        if (From == To)
        {
            return mass / From;
        }

        var curvature = (To - From) / (2 * Length);
        var root = Math.Sqrt(Math.Max(0, (From * From) + (4 * curvature * mass)));
        return Math.Min(Length, 2 * mass / (From + root));
    }
}
