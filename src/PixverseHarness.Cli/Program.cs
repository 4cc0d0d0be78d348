using PixverseHarness.Cli;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Edges;

using var signals = new StopSignals();
return await PixverseCommand.RunAsync(args, SystemEdges.Open(signals.Token, signals.TakeSecond), Verbs.Create());
