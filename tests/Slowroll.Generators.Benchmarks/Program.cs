using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// In this process: what the repository asks of its projects would break the ones that BenchmarkDotNet writes.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithMaxIterationCount(16);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
